#include "corpus/word_count.hpp"

#include "corpus/white_space.hpp"

#include <bit>
#include <cstring>

namespace dateline {

namespace {

constexpr std::uint64_t bytes_of_a_word = 50;
constexpr std::uint64_t letters_of_an_unspaced_word = 5;

enum class Script { spaced, ideographic, unspaced };

unsigned char byte_at(std::string_view text, std::size_t at) {
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
}

std::size_t character_size(unsigned char first) {
    if (first < 0xC0) return 1;
    if (first < 0xE0) return 2;
    return first < 0xF0 ? 3 : 4;
}

// By the first two bytes of a character: whole blocks of 64 (of 4096 from four bytes on).
Script script_of(unsigned char first, unsigned char second) {
    if (first == 0xE0) return second >= 0xB8 && second <= 0xBB ? Script::unspaced : Script::spaced;
    if (first == 0xE1) {
        const bool is_unspaced =
            (second >= 0x80 && second <= 0x82) || second == 0x9E || second == 0x9F;
        return is_unspaced ? Script::unspaced : Script::spaced;
    }
    if (first == 0xE3)
        return second >= 0x81 && second != 0x84 ? Script::ideographic : Script::spaced;
    if (first >= 0xE4 && first <= 0xE9) return Script::ideographic;
    if (first == 0xEF)
        return second >= 0xA4 && second <= 0xAB ? Script::ideographic : Script::spaced;
    return first == 0xF0 && second >= 0xA0 && second <= 0xB3 ? Script::ideographic : Script::spaced;
}

// How many of the first 8 bytes come before the first that is white space, a control character or
// no ASCII; 0 where there are fewer than 8, which asks for a look at each.
std::size_t letters_in_8_bytes(std::string_view text) {
    constexpr std::uint64_t ones = 0x0101'0101'0101'0101;
    if (text.size() < 8 || std::endian::native != std::endian::little) return 0;
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data(), 8);
    // A byte below 0x21 borrows; that marks bytes above it too, of which none is asked.
    const std::uint64_t ends = ((bytes - ones * 0x21) | bytes) & (ones * 0x80);
    return ends == 0 ? 8 : static_cast<std::size_t>(std::countr_zero(ends)) / 8;
}

struct Run {
    std::size_t size = 0;
    RunMeasure measure;
};

// The run that `text` begins with, up to white space.
Run leading_run(std::string_view text) {
    Run run;
    std::size_t spaceless_bytes = 0;
    while (run.size < text.size()) {
        run.size += letters_in_8_bytes(text.substr(run.size));
        if (run.size == text.size()) break;
        const unsigned char first = byte_at(text, run.size);
        if (first > ' ' && first < 0x80) {
            ++run.size;
            continue;
        }
        if (white_space_size(text.substr(run.size, 3)) > 0) break;
        const Script script = script_of(first, byte_at(text, run.size + 1));
        const std::size_t size = character_size(first);
        if (script == Script::ideographic) ++run.measure.ideographs;
        if (script == Script::unspaced) ++run.measure.unspaced_letters;
        if (script != Script::spaced) spaceless_bytes += size;
        run.size += size;
    }
    run.measure.other_bytes = run.size - spaceless_bytes;
    return run;
}

}  // namespace

std::uint32_t RunMeasure::words() const {
    const std::uint64_t unspaced =
        (unspaced_letters + letters_of_an_unspaced_word - 1) / letters_of_an_unspaced_word;
    const std::uint64_t other = (other_bytes + bytes_of_a_word - 1) / bytes_of_a_word;
    return static_cast<std::uint32_t>(ideographs + unspaced + other);
}

RunMeasure& RunMeasure::operator+=(const RunMeasure& next) {
    ideographs += next.ideographs;
    unspaced_letters += next.unspaced_letters;
    other_bytes += next.other_bytes;
    return *this;
}

RunMeasure measure_run(std::string_view run) { return leading_run(run).measure; }

std::size_t run_size(std::string_view text) { return leading_run(text).size; }

std::uint32_t count_words(std::string_view text) {
    std::uint32_t words = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        const Run run = leading_run(text.substr(at));
        words += run.measure.words();
        at += run.size;
        at += leading_white_space(text.substr(at));
    }
    return words;
}

}  // namespace dateline
