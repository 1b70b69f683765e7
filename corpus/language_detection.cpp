#include "corpus/language_detection.hpp"

#include "corpus/ascii.hpp"
#include "corpus/language_code.hpp"
#include "corpus/word_set.hpp"

// CLD2's header names FILE without including what declares it.
#include <cstdio>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <array>

namespace dateline {

namespace {

// Nearly all that a text says of its language stands in its first lines; more are read only where
// they leave a doubt, since CLD2's time grows with the text.
constexpr std::size_t first_sample_bytes = 600;
constexpr std::size_t whole_sample_bytes = 4096;

std::string_view clipped(std::string_view text, std::size_t size) {
    if (text.size() <= size) return text;
    while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) --size;
    return text.substr(0, size);
}

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

// Words that are frequent in English and in no other language.
constexpr std::string_view english_row =
    "the and of that with from said this which has have had been by his their they would after";
constexpr WordSet<words_in_row(english_row)> english(english_row);
constexpr std::size_t longest_english_word = 5;

// Most archives without languages are English, where these words are about one in five; it costs
// a twentieth of what CLD2 takes to see it. One in eight over some lines is nothing but English.
bool is_plainly_english(std::string_view body) {
    constexpr std::size_t least_found = 8;
    std::size_t words = 0;
    std::size_t found = 0;
    std::array<char, longest_english_word> word{};
    std::size_t size = 0;
    for (const char byte : clipped(body, first_sample_bytes)) {
        const char c = lower_ascii(byte);
        if (is_letter(c) || static_cast<unsigned char>(c) >= 0x80) {
            if (size < word.size()) word[size] = c;
            ++size;
        } else if (size > 0) {
            ++words;
            if (size <= word.size() && english.contains({word.data(), size})) ++found;
            size = 0;
        }
    }
    return found >= least_found && found * 8 >= words;
}

struct Guess {
    std::string code;
    int percent = 0;  // of the text that is in this language
    int text_bytes = 0;
};

Guess guess_of(std::string_view text) {
    std::array<CLD2::Language, 3> languages{};
    std::array<int, 3> percents{};
    Guess guess;
    bool is_reliable = false;
    const CLD2::Language language = CLD2::DetectLanguageSummary(
        text.data(), static_cast<int>(text.size()), true, languages.data(), percents.data(),
        &guess.text_bytes, &is_reliable);
    if (!is_reliable || language != languages[0]) return guess;
    guess.code = language_code(CLD2::LanguageCode(language));
    guess.percent = percents[0];
    return guess;
}

// CLD2 knows no language of the Ethiopic script. The row of ቐ is written in Tigrinya only.
std::string ethiopic_language(std::string_view text) {
    constexpr std::size_t character_bytes = 3;
    std::size_t letters = 0;
    bool is_tigrinya = false;
    for (std::size_t at = 0; at + character_bytes <= text.size(); ++at) {
        if (text[at] != '\xE1') continue;
        const auto second = static_cast<unsigned char>(text[at + 1]);
        const auto third = static_cast<unsigned char>(text[at + 2]);
        if (second < 0x88 || second > 0x8D) continue;
        ++letters;
        if (second == 0x89 && third >= 0x90 && third <= 0x9D) is_tigrinya = true;
    }
    if (letters * character_bytes * 2 < text.size() || letters < 20) return {};
    return is_tigrinya ? "ti" : "am";
}

std::string sample_of(std::string_view headline, std::string_view body, std::size_t size) {
    std::string text(clipped(headline, size));
    text += '\n';
    if (text.size() < size) text += clipped(body, size - text.size());
    return text;
}

}  // namespace

std::string detect_language(std::string_view headline, std::string_view body) {
    if (is_plainly_english(body)) return "en";
    constexpr int sure_percent = 90;
    constexpr int least_percent = 60;
    constexpr int least_text_bytes = 40;
    const std::string first = sample_of(headline, body, first_sample_bytes);
    Guess guess = guess_of(first);
    const bool is_all = headline.size() + body.size() < first_sample_bytes;
    if (!is_all && (guess.code.empty() || guess.percent < sure_percent))
        guess = guess_of(sample_of(headline, body, whole_sample_bytes));
    if (guess.code.empty()) return ethiopic_language(first);
    return guess.percent >= least_percent && guess.text_bytes >= least_text_bytes ? guess.code : "";
}

}  // namespace dateline
