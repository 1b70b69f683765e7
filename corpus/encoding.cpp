#include "corpus/encoding.hpp"

#include "corpus/charset.hpp"
#include "corpus/charset_guess.hpp"
#include "corpus/clean_text.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace dateline {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

bool is_utf8(std::string_view bytes) { return !first_invalid_utf8(bytes); }

bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }

std::size_t count_high(std::string_view bytes) {
    return static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), is_high));
}

/// How many bytes at the beginning of `bytes`, which is not UTF-8 there, are one bad place: all of
/// a character that is cut off, else one.
std::size_t bad_place_size(std::string_view bytes) {
    const auto lead = static_cast<unsigned char>(bytes.front());
    const std::size_t whole = lead < 0xC2 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    std::size_t size = 1;
    while (size < std::min(whole, bytes.size()) && (bytes[size] & 0xC0) == 0x80) ++size;
    return size;
}

/// Calls `good(bytes)` for each run of UTF-8 and `bad(bytes)` for each place that is not.
template <typename Good, typename Bad>
void walk_utf8(std::string_view bytes, const Good& good, const Bad& bad) {
    while (!bytes.empty()) {
        const std::size_t run = first_invalid_utf8(bytes).value_or(bytes.size());
        good(bytes.substr(0, run));
        bytes.remove_prefix(run);
        if (bytes.empty()) return;
        const std::size_t size = bad_place_size(bytes);
        bad(bytes.substr(0, size));
        bytes.remove_prefix(size);
    }
}

/// Whether there are more characters of several bytes than places that are not UTF-8.
bool is_damaged_utf8(std::string_view bytes) {
    std::size_t characters = 0;
    std::size_t bad_places = 0;
    const auto is_lead = [](char c) { return static_cast<unsigned char>(c) >= 0xC0; };
    walk_utf8(
        bytes,
        [&](std::string_view run) {
            characters += static_cast<std::size_t>(std::count_if(run.begin(), run.end(), is_lead));
        },
        [&](std::string_view) { ++bad_places; });
    return characters >= 2 && characters >= 2 * bad_places;
}

/// What windows-1252 has from byte 0x80.
std::string_view western(char byte) {
    static const auto characters = [] {
        const Charset charset = *charset_of("windows-1252");
        std::array<std::string, 128> all;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const char high = static_cast<char>(i + 0x80);
            all[i] = read_charset(std::string_view(&high, 1), charset).text;
        }
        return all;
    }();
    return characters[static_cast<unsigned char>(byte) & 0x7FU];
}

/// Single bytes that are not UTF-8 are the windows-1252 of something pasted in, but at the very
/// end.
DecodedText repaired_utf8(std::string_view bytes) {
    DecodedText decoded{{}, "utf-8"};
    walk_utf8(
        bytes, [&](std::string_view run) { decoded.text += run; },
        [&](std::string_view place) {
            const bool is_cut_off = place.size() > 1 || place.end() == bytes.end();
            decoded.text += is_cut_off ? replacement : western(place.front());
        });
    return decoded;
}

/// Control characters that no text has stand for what windows-1252 has at their place: smart quotes
/// under the label of ISO-8859-2, say.
std::string without_c1_controls(const std::string& text) {
    std::string clean;
    std::size_t taken = 0;
    for (std::size_t at = text.find('\xC2'); at != text.npos; at = text.find('\xC2', at + 1)) {
        if (static_cast<unsigned char>(text[at + 1]) >= 0xA0) continue;
        clean.append(text, taken, at - taken).append(western(text[at + 1]));
        taken = at + 2;
    }
    return clean.append(text, taken);
}

DecodedText decoded(CharsetReading reading, const Charset& charset) {
    if (charset.name.starts_with("iso-8859-"))
        return {without_c1_controls(reading.text), charset.name};
    return {std::move(reading.text), charset.name};
}

bool is_wide(const Charset& charset) {
    return charset.name.starts_with("utf-16") || charset.name.starts_with("utf-32");
}

/// Bytes of several characters that are UTF-8 by chance are rare: of two in western text, of more
/// where half of all bytes are high.
bool is_utf8_beyond_chance(std::string_view bytes, const Charset& declared) {
    const std::size_t fewest = declared.name == "windows-1252" ? 2 : 8;
    const std::size_t high = count_high(bytes);
    return high >= 2 * fewest && is_utf8(bytes);
}

std::optional<DecodedText> as_declared(std::string_view bytes, const Charset& declared) {
    if (declared.name == "utf-8") return std::nullopt;
    // Whoever could read the declaration read bytes.
    if (is_wide(declared) && is_utf8(bytes) && bytes.find('\0') == bytes.npos) return std::nullopt;
    // The label of UTF-16 does not say which byte comes first.
    if (is_wide(declared) && utf16_without_mark(bytes)) return std::nullopt;
    if (!is_wide(declared) && is_utf8_beyond_chance(bytes, declared)) return std::nullopt;
    CharsetReading reading = read_charset(bytes, declared);
    constexpr std::size_t characters_a_bad_place = 50;
    const std::size_t characters = std::max(count_high(bytes), bytes.size() / 16);
    if (reading.bad_places * characters_a_bad_place > characters) return std::nullopt;
    return decoded(std::move(reading), declared);
}

DecodedText after_mark(std::string_view bytes, const Charset& charset) {
    if (charset.name != "utf-8") return decoded(read_charset(bytes, charset), charset);
    if (is_utf8(bytes)) return {std::string(bytes), charset.name};
    return repaired_utf8(bytes);
}

}  // namespace

DecodedText decode_text(std::string_view bytes, std::string_view declared_charset) {
    if (const auto mark = byte_order_mark(bytes))
        return after_mark(bytes.substr(mark->bytes), mark->charset);
    if (const auto declared = charset_of(declared_charset))
        if (auto text = as_declared(bytes, *declared)) return std::move(*text);
    if (const auto utf16 = utf16_without_mark(bytes))
        return decoded(read_charset(bytes, *utf16), *utf16);
    if (is_utf8(bytes)) return {std::string(bytes), "utf-8"};
    if (is_damaged_utf8(bytes)) return repaired_utf8(bytes);
    const Charset guess = guess_charset(bytes);
    CharsetReading reading = read_charset(bytes, guess);
    constexpr std::size_t characters_a_bad_place = 20;
    if (reading.bad_places * characters_a_bad_place <= count_high(bytes))
        return decoded(std::move(reading), guess);
    const Charset last_resort = *charset_of("windows-1252");
    return decoded(read_charset(bytes, last_resort), last_resort);
}

}  // namespace dateline
