#include "corpus/clean_text.hpp"

#include "corpus/encoding.hpp"
#include "corpus/utf8.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include <algorithm>
#include <cstdint>
#include <stdexcept>

namespace dateline {
namespace {

constexpr char32_t soft_hyphen = 0xAD;

enum class Fate : std::uint8_t { keep, blank, newline, control, western, invisible };

struct Character {
    char32_t code = 0;
    std::size_t size = 1;
};

/// The character at `at` of valid UTF-8.
Character character_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) {
        return static_cast<std::uint32_t>(static_cast<unsigned char>(text[at + i]));
    };
    const auto tail = [&](std::size_t i) { return byte(i) & 0x3FU; };
    const std::uint32_t lead = byte(0);
    if (lead < 0x80) return {lead, 1};
    if (lead < 0xE0) return {(lead & 0x1FU) << 6 | tail(1), 2};
    if (lead < 0xF0) return {(lead & 0x0FU) << 12 | tail(1) << 6 | tail(2), 3};
    return {(lead & 0x07U) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4};
}

Fate fate_of_ascii(char32_t c) {
    if (c == '\n' || c == '\v' || c == '\f' || c == '\r') return Fate::newline;
    if (c == '\t' || (c >= 0x20 && c < 0x7F)) return Fate::keep;
    return Fate::control;
}

Fate fate_of(char32_t c) {
    if (c < 0x80) return fate_of_ascii(c);
    if (c < 0x2000) {
        if (c == 0x85) return Fate::newline;
        if (c < 0xA0) return Fate::western;
        if (c == 0xA0 || c == 0x1680) return Fate::blank;
        return c == soft_hyphen ? Fate::invisible : Fate::keep;
    }
    if (c <= 0x200A || c == 0x202F || c == 0x205F || c == 0x3000) return Fate::blank;
    if (c == 0x2028 || c == 0x2029) return Fate::newline;
    const bool invisible = c == 0x200B || c == 0x2060 || c == 0xFEFF ||
                           (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return invisible ? Fate::invisible : Fate::keep;
}

/// Ranges in which every character is in NFC whatever stands before it (NFC_Quick_Check=Yes and
/// combining class 0 in Unicode's DerivedNormalizationProps.txt); all of them from Unicode 1 to 4,
/// whose properties are stable. Other characters are left to ICU.
bool is_surely_normal(char32_t c) {
    return c < 0x300 || (c >= 0x2002 && c < 0x20D0) || (c >= 0x400 && c < 0x483) ||
           (c >= 0x4E00 && c < 0x9FA6) || (c >= 0x3041 && c < 0x3097) ||
           (c >= 0xAC00 && c < 0xD7A4) || (c >= 0x1200 && c < 0x1249) ||
           (c >= 0x1E00 && c < 0x1E9B);
}

/// What must be done to the characters of a text.
struct Needs {
    bool replacement = false;
    bool normalization = false;
};

/// Steps over printable ASCII and newlines, eight bytes at a time.
std::size_t skip_plain_ascii(std::string_view text, std::size_t at) {
    constexpr std::uint64_t ones = 0x0101010101010101ULL;
    constexpr std::uint64_t high_bits = 0x80 * ones;
    for (; at + 8 <= text.size(); at += 8) {
        std::uint64_t word = 0;
        __builtin_memcpy(&word, text.data() + at, 8);
        // A byte below 0x20 borrows from its high bit; 0x7F carries into it.
        const std::uint64_t odd = (word - 0x20 * ones) | (word + ones) | word;
        if (odd & high_bits) break;
    }
    return at;
}

Needs needs_of(std::string_view text) {
    Needs needs;
    for (std::size_t at = skip_plain_ascii(text, 0); at < text.size();) {
        const Character character = character_at(text, at);
        const Fate fate = fate_of(character.code);
        if (fate != Fate::keep && character.code != '\n') needs.replacement = true;
        if (!is_surely_normal(character.code)) needs.normalization = true;
        if (needs.replacement && needs.normalization) break;
        at += character.size;
        if (character.size > 1 || fate != Fate::keep) at = skip_plain_ascii(text, at);
    }
    return needs;
}

/// Bytes of the end of a line and the indent of the next at the start of `text`; 0 where there is
/// none, or an empty line.
std::size_t line_break_size(std::string_view text) {
    const std::size_t newline = std::min(text.find_first_not_of(" \t\r"), text.size());
    if (newline == text.size() || text[newline] != '\n') return 0;
    const std::size_t next = text.find_first_not_of(" \t", newline + 1);
    const bool has_text = next != text.npos && text[next] != '\n' && text[next] != '\r';
    return has_text ? next : 0;
}

/// Of a control character that windows-1252 has something for in its place; else `control`.
std::string western_character(std::string_view c1, std::string_view control) {
    std::string western = with_western_controls(std::string(c1));
    return western == c1 ? std::string(control) : western;
}

/// Newlines, blanks and kept characters only; `control` stands for each control character.
std::string replace_characters(std::string_view text, std::string_view control) {
    std::string replaced;
    replaced.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const Character character = character_at(text, at);
        switch (fate_of(character.code)) {
            case Fate::keep:
                replaced.append(text, at, character.size);
                break;
            case Fate::blank:
                replaced += ' ';
                break;
            case Fate::newline:
                if (!text.substr(at).starts_with("\r\n")) replaced += '\n';
                break;
            case Fate::control:
                replaced += control;
                break;
            case Fate::western:
                replaced += western_character(text.substr(at, character.size), control);
                break;
            case Fate::invisible:
                if (character.code == soft_hyphen)
                    at += line_break_size(text.substr(at + character.size));
                break;
        }
        at += character.size;
    }
    return replaced;
}

std::string normalize(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
    const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(text.size()));
    if (U_SUCCESS(status) && nfc->isNormalizedUTF8(piece, status)) return std::string(text);
    std::string normalized;
    icu::StringByteSink<std::string> sink(&normalized);
    if (U_SUCCESS(status)) nfc->normalizeUTF8(0, piece, sink, nullptr, status);
    if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
    return normalized;
}

std::string clean_characters(std::string_view text, Needs needs, std::string_view control) {
    if (!needs.replacement) return normalize(text);
    std::string replaced = replace_characters(text, control);
    // What was removed may have kept a letter and its accent apart.
    return needs.normalization ? normalize(replaced) : replaced;
}

bool is_collapsed(std::string_view text) {
    return text.find_first_of("\n\t") == text.npos && text.find("  ") == text.npos &&
           !text.starts_with(' ') && !text.ends_with(' ');
}

std::string collapse_white_space(std::string_view text) {
    if (is_collapsed(text)) return std::string(text);
    std::string line;
    line.reserve(text.size());
    bool blank_due = false;
    for (char c : text) {
        if (c == ' ' || c == '\n' || c == '\t') {
            blank_due = !line.empty();
            continue;
        }
        if (blank_due) line += ' ';
        blank_due = false;
        line += c;
    }
    return line;
}

/// "Jane Smith, Staff Writer" of "Jane Smith,Staff Writer", as some databases join names.
std::string with_blanks_after_commas(std::string line) {
    for (std::size_t at = line.find(','); at != line.npos; at = line.find(',', at + 1)) {
        if (at + 1 == line.size()) break;
        const auto next = static_cast<unsigned char>(line[at + 1]);
        const bool is_letter =
            next >= 0x80 || (next >= 'A' && next <= 'Z') || (next >= 'a' && next <= 'z');
        if (is_letter) line.insert(at + 1, 1, ' ');
    }
    return line;
}

}  // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
    for (std::size_t at = skip_plain_ascii(text, 0); at < text.size();) {
        const std::size_t size = utf8_size(text.substr(at));
        if (size == 0) return at;
        at += size;
        if (size > 1) at = skip_plain_ascii(text, at);
    }
    return std::nullopt;
}

std::string clean_line(std::string_view text) {
    const Needs needs = needs_of(text);
    if (!needs.replacement && !needs.normalization) return collapse_white_space(text);
    return collapse_white_space(clean_characters(text, needs, " "));
}

std::string clean_body(std::string_view text, LineEnds ends) {
    const Needs needs = needs_of(text);
    if (!needs.replacement && !needs.normalization) return lay_out_paragraphs(text, ends);
    return lay_out_paragraphs(clean_characters(text, needs, ""), ends);
}

std::string clean_byline(std::string_view text) {
    std::string line = with_blanks_after_commas(clean_line(text));
    const bool has_by = line.size() > 3 && (line[0] == 'B' || line[0] == 'b') &&
                        (line[1] == 'y' || line[1] == 'Y') && line[2] == ' ';
    return has_by ? line.substr(3) : line;
}

}  // namespace dateline
