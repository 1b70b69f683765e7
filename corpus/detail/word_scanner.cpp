#include "corpus/detail/word_scanner.hpp"

#include <array>

#include "corpus/unicode.hpp"

namespace dateline::detail {

namespace {

constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// What a byte means inside a word.
enum class ByteRole : std::uint8_t { plain, ends_word, may_continue };

constexpr ByteRole role_of(unsigned byte) {
    const char c = static_cast<char>(byte);
    if (is_ascii_letter(c) || is_ascii_digit(c)) return ByteRole::plain;
    const bool may_continue =
        byte >= 0x80 || std::string_view("'.,-&").find(c) != std::string_view::npos;
    return may_continue ? ByteRole::may_continue : ByteRole::ends_word;
}

constexpr CharacterClass ascii_class_of(unsigned byte) {
    const char c = static_cast<char>(byte);
    if (is_ascii_letter(c)) return CharacterClass::letter;
    if (is_ascii_digit(c)) return CharacterClass::digit;
    if (c == ' ' || (c >= '\t' && c <= '\r')) return CharacterClass::space;
    if (c == '\'') return CharacterClass::apostrophe;
    return c == '-' ? CharacterClass::hyphen : CharacterClass::other;
}

constexpr auto byte_roles = [] {
    std::array<ByteRole, 256> roles{};
    for (unsigned byte = 0; byte < roles.size(); ++byte) roles[byte] = role_of(byte);
    return roles;
}();

constexpr auto ascii_classes = [] {
    std::array<CharacterClass, 128> classes{};
    for (unsigned byte = 0; byte < classes.size(); ++byte) classes[byte] = ascii_class_of(byte);
    return classes;
}();

ByteRole role_at(std::string_view text, std::size_t at) {
    return byte_roles[static_cast<unsigned char>(text[at])];
}

struct Glimpse {
    CharacterClass kind = CharacterClass::other;
    std::size_t next = 0;  // where the next character begins
};

Glimpse glimpse(std::string_view text, std::size_t at) {
    if (at >= text.size()) return {CharacterClass::other, at};
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) return {ascii_classes[byte], at + 1};
    const Character character = character_at(text, at);
    return {character_class(character.code), at + character.size};
}

bool is_word_part(CharacterClass kind) {
    return kind == CharacterClass::letter || kind == CharacterClass::digit ||
           kind == CharacterClass::mark;
}

struct Run {
    std::size_t count = 0;
    std::size_t end = 0;
};

// Characters of one kind from `at`, at most `limit`.
Run run_of(CharacterClass kind, std::string_view text, std::size_t at, std::size_t limit) {
    Run run{0, at};
    for (Glimpse here = glimpse(text, at); run.count < limit && here.kind == kind;
         here = glimpse(text, run.end))
        run = {run.count + 1, here.next};
    return run;
}

std::size_t digits_before(std::string_view text, std::size_t at) {
    std::size_t count = 0;
    while (count < at && is_ascii_digit(text[at - count - 1])) ++count;
    return count;
}

std::size_t digits_from(std::string_view text, std::size_t at) {
    std::size_t count = 0;
    while (at + count < text.size() && is_ascii_digit(text[at + count])) ++count;
    return count;
}

// F-16, MI-5; 3-D but not 10-to-1. Anything else with a hyphen is several words.
bool is_designation(std::string_view text, std::size_t begin, std::size_t at, std::size_t next) {
    const bool follows_number =
        digits_before(text, begin == 0 ? 0 : begin - 1) > 0 && text[begin - 1] == '-';
    const Run letters = run_of(CharacterClass::letter, text, begin, 3);
    if (letters.end == at)
        return !follows_number && letters.count <= 2 &&
               glimpse(text, next).kind == CharacterClass::digit;
    const Run digits = run_of(CharacterClass::digit, text, begin, 4);
    if (digits.end != at || digits.count > 3) return false;
    const Run unit = run_of(CharacterClass::letter, text, next, 3);
    const CharacterClass after = glimpse(text, unit.end).kind;
    return unit.count >= 1 && unit.count <= 2 && !is_word_part(after) &&
           after != CharacterClass::hyphen && after != CharacterClass::apostrophe;
}

// AT&T, R&D.
bool is_company(std::string_view text, std::size_t begin, std::size_t at) {
    const Run before = run_of(CharacterClass::letter, text, begin, 4);
    const Run after = run_of(CharacterClass::letter, text, at + 1, 4);
    return before.end == at && before.count <= 3 && after.count >= 1 && after.count <= 3 &&
           !is_word_part(glimpse(text, after.end).kind);
}

bool may_be_decimal(std::string_view text, std::size_t at, const Language& language) {
    const bool is_mark = text[at] == '.' || (text[at] == ',' && language.has_decimal_comma);
    return is_mark && !groups_digits(text, at, language);
}

// The period or comma at `at` inside 3.5 and 1,000, not inside 5.1.2020.
bool is_number_mark(std::string_view text, std::size_t at, const Language& language) {
    const std::size_t before = digits_before(text, at);
    const std::size_t after = digits_from(text, at + 1);
    if (before == 0 || after == 0) return false;
    if (groups_digits(text, at, language)) return true;
    const std::size_t begin = at - before;
    const std::size_t end = at + 1 + after;
    const bool follows_another =
        begin >= 2 && is_ascii_digit(text[begin - 2]) && may_be_decimal(text, begin - 1, language);
    const bool precedes_another =
        digits_from(text, end + 1) > 0 && may_be_decimal(text, end, language);
    return may_be_decimal(text, at, language) && !follows_another && !precedes_another;
}

// Catalan col·legi.
bool is_geminate(std::string_view text, std::size_t at, std::size_t next) {
    return (text[at - 1] | 0x20) == 'l' && next < text.size() && (text[next] | 0x20) == 'l';
}

// The end of U.S., u.s. or N.A.T.O that begins at `begin`, with its last period and a possessive;
// `begin` where there is no such acronym.
std::size_t acronym_end(std::string_view text, std::size_t begin) {
    std::size_t at = begin;
    std::size_t letters = 0;
    for (Glimpse here = glimpse(text, at); here.kind == CharacterClass::letter;
         here = glimpse(text, at)) {
        const bool has_period = here.next < text.size() && text[here.next] == '.';
        if (!has_period && is_word_part(glimpse(text, here.next).kind)) break;
        ++letters;
        at = here.next + (has_period ? 1 : 0);
        if (!has_period) break;
    }
    if (letters < 2) return begin;
    const Glimpse apostrophe = glimpse(text, at);
    if (apostrophe.kind != CharacterClass::apostrophe) return at;
    const Run ending = run_of(CharacterClass::letter, text, apostrophe.next, 2);
    return ending.count == 1 && (text[apostrophe.next] | 0x20) == 's' ? ending.end : at;
}

// A character with the marks that belong to it.
std::size_t unit_end(std::string_view text, std::size_t begin) {
    std::size_t end = glimpse(text, begin).next;
    for (Glimpse here = glimpse(text, end); here.kind == CharacterClass::mark && end < text.size();
         here = glimpse(text, end))
        end = here.next;
    return end;
}

}  // namespace

bool groups_digits(std::string_view text, std::size_t at, const Language& language) {
    const bool may_group = text[at] == ',' || language.has_decimal_comma;
    return may_group && digits_before(text, at) <= 3 && digits_from(text, at + 1) == 3;
}

std::optional<ScannedWord> WordScanner::next() {
    if (in_run_) {
        if (const std::optional<ScannedWord> word = next_of_run()) return word;
    }
    bool joined = has_word_before_;
    while (at_ < text_.size()) {
        const Glimpse here = glimpse(text_, at_);
        if (here.kind == CharacterClass::letter || here.kind == CharacterClass::digit)
            return word_from(at_, word_end(at_), joined);
        if (here.kind == CharacterClass::unspaced) return first_of_run(at_, joined);
        if (here.kind == CharacterClass::space) joined = false;
        at_ = here.next;
    }
    return std::nullopt;
}

ScannedWord WordScanner::word_from(std::size_t begin, std::size_t end, bool joined) {
    at_ = end;
    has_word_before_ = true;
    return {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, joined};
}

ScannedWord WordScanner::first_of_run(std::size_t begin, bool joined) {
    const std::size_t first_end = unit_end(text_, begin);
    unit_begin_ = first_end;
    in_run_ = glimpse(text_, first_end).kind == CharacterClass::unspaced;
    return word_from(begin, in_run_ ? unit_end(text_, first_end) : first_end, joined);
}

std::optional<ScannedWord> WordScanner::next_of_run() {
    in_run_ = glimpse(text_, at_).kind == CharacterClass::unspaced;
    if (!in_run_) return std::nullopt;
    const std::size_t begin = unit_begin_;
    unit_begin_ = at_;
    return word_from(begin, unit_end(text_, at_), true);
}

std::size_t WordScanner::word_end(std::size_t begin) const {
    const bool has_second_letter =
        begin + 1 < text_.size() && role_at(text_, begin + 1) == ByteRole::plain;
    if (!has_second_letter) {
        if (const std::size_t end = acronym_end(text_, begin); end != begin) return end;
    }
    for (std::size_t at = begin;;) {
        while (at < text_.size() && role_at(text_, at) == ByteRole::plain) ++at;
        if (at == text_.size() || role_at(text_, at) == ByteRole::ends_word) return at;
        const std::size_t next = continued(begin, at);
        if (next == at) return at;
        at = next;
    }
}

// Where the word that began at `begin` goes on after the character at `at`, which is not a plain
// letter; `at` where the word ends.
std::size_t WordScanner::continued(std::size_t begin, std::size_t at) const {
    const Glimpse here = glimpse(text_, at);
    if (is_word_part(here.kind)) return here.next;
    const bool goes_on = [&] {
        if (here.kind == CharacterClass::apostrophe)
            return goes_past_apostrophe(begin, at, here.next);
        if (here.kind == CharacterClass::hyphen) return is_designation(text_, begin, at, here.next);
        if (text_[at] == '.' || text_[at] == ',') return is_number_mark(text_, at, language_);
        if (text_[at] == '&') return is_company(text_, begin, at);
        return language_.code == "ca" && text_.substr(at, 2) == "·" &&
               is_geminate(text_, at, here.next);
    }();
    return goes_on ? here.next : at;
}

bool WordScanner::goes_past_apostrophe(std::size_t begin, std::size_t at, std::size_t next) const {
    if (glimpse(text_, next).kind != CharacterClass::letter) return false;
    if (language_.apostrophe != ApostropheUse::elision) return true;
    if (at - begin > language_.elisions.size()) return true;
    const std::u32string before = to_utf32(text_.substr(begin, at - begin));
    return !language_.elides(to_utf8(fold_diacritics(lower_case(before))));
}

}  // namespace dateline::detail
