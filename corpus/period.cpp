#include "corpus/period.hpp"

#include "corpus/abbreviations.hpp"
#include "corpus/ascii.hpp"
#include "corpus/date_words.hpp"
#include "corpus/date_zone.hpp"
#include "corpus/unicode.hpp"

#include <unicode/uchar.h>
#include <algorithm>
#include <string>

namespace dateline {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }
// Bytes of general punctuation (U+2000..U+203F: quotes, dashes, blanks) at the start of `text`.
std::size_t wide_punctuation_size(std::string_view text) {
    return text.starts_with("\u2014") || (text.size() > 2 && text[0] == '\xE2' && text[1] == '\x80')
               ? 3
               : 0;
}

// Bytes of the quote, bracket or dash that may stand before the first word of a sentence.
std::size_t opening_size(std::string_view text) {
    if (text.empty()) return 0;
    if (std::string_view("\"'([-*").find(text.front()) != std::string_view::npos) return 1;
    for (const std::string_view mark : {"¿", "¡", "«", "»", "\u00A0"})
        if (text.starts_with(mark)) return mark.size();
    return wide_punctuation_size(text);
}

// The text from the first word or number of what may be the next sentence.
std::string_view next_sentence(const SentenceCandidate& candidate) {
    std::string_view text = candidate.text.substr(candidate.next);
    while (const std::size_t size = opening_size(text)) {
        text.remove_prefix(size);
        text.remove_prefix(text.starts_with(' ') ? 1 : 0);
    }
    return text;
}

std::string_view leading_word(std::string_view text) {
    std::size_t end = 0;
    while (end < text.size() &&
           (is_letter(text[end]) || static_cast<unsigned char>(text[end]) >= 0x80) &&
           wide_punctuation_size(text.substr(end)) == 0)
        ++end;
    return text.substr(0, end);
}

bool goes_on(std::string_view next) {
    if (next.empty()) return false;
    if (std::string_view(",;:&%)]=").find(next.front()) != std::string_view::npos) return true;
    return static_cast<unsigned char>(next.front()) < 0x80
               ? next.front() >= 'a' && next.front() <= 'z'
               : u_islower(static_cast<UChar32>(character_at(next, 0).code));
}

// "A. Smith" begins with an initial, not with an article.
bool opens_sentence(std::string_view next, std::string_view language) {
    const std::string_view word = leading_word(next);
    return !next.substr(word.size()).starts_with('.') && is_sentence_opener(word, language);
}

// Bytes of the blank, quote, bracket or dash that `text` ends with; apostrophes are part of words.
std::size_t word_border_size(std::string_view text) {
    if (std::string_view(" \t\n\"([-*").find(text.back()) != std::string_view::npos) return 1;
    if (text.ends_with("\u00A0") || text.ends_with("«")) return 2;
    const bool is_wide =
        text.size() >= 3 && wide_punctuation_size(text.substr(text.size() - 3)) > 0;
    return is_wide && !text.ends_with("\u2019") ? 3 : 0;
}

// The word that the mark follows, with its inner periods: "U.S", "Gen".
std::string_view word_before(const SentenceCandidate& candidate) {
    constexpr std::size_t longest = 40;
    const std::string_view text = candidate.text.substr(0, candidate.mark);
    std::size_t begin = text.size();
    while (begin > candidate.sentence_begin && text.size() - begin < longest &&
           word_border_size(text.substr(0, begin)) == 0)
        --begin;
    const bool is_quoted = text.substr(begin).starts_with('\'');
    return text.substr(begin + (is_quoted ? 1 : 0));
}

bool is_initial(std::string_view word) {
    const Character first = character_at(word, 0);
    return first.size == word.size() && u_isalpha(static_cast<UChar32>(first.code));
}

// "U.S", "p.m", "Ph.D", "EE.UU": letters, at most three between periods.
bool is_acronym(std::string_view word) {
    if (word.find('.') == std::string_view::npos) return false;
    std::size_t letters = 0;
    for (const char c : word) {
        letters = c == '.' ? 0 : letters + 1;
        if ((c != '.' && !is_letter(c)) || letters > 3) return false;
    }
    return true;
}

bool is_half_day(std::string_view word) {
    return word == "a.m" || word == "p.m" || word == "A.M" || word == "P.M";
}

// What may follow "8 p.m." in the same sentence: Monday, 5 January, EST.
bool is_time_word(std::string_view next) {
    const std::string_view word = leading_word(next);
    const std::string lowered = lower_ascii(word);
    const auto zone = leading_zone(word);
    return (!next.empty() && is_digit(next.front())) || month_number(lowered) ||
           (word.size() > 2 && is_weekday(lowered)) || (zone && zone->size == word.size());
}

bool is_number(std::string_view word) {
    return !word.empty() && std::ranges::all_of(word, is_digit);
}

bool ends_after_period(const SentenceCandidate& candidate, std::string_view next,
                       std::string_view language) {
    const std::string_view word = word_before(candidate);
    if (word.empty()) return true;
    if (is_half_day(word)) return !is_time_word(next);
    if (is_number(word)) {
        const bool is_list_mark = word.data() == candidate.text.data() + candidate.sentence_begin;
        if (is_list_mark) return false;
        return !(has_ordinal_period(language) && word.size() <= 2) ||
               opens_sentence(next, language);
    }
    if (is_abbreviation_before_number(word) && !next.empty() && is_digit(next.front()))
        return false;
    if (is_initial(word) || is_acronym(word) || is_abbreviation(word, language))
        return opens_sentence(next, language);
    return true;
}

}  // namespace

bool ends_sentence(const SentenceCandidate& candidate, std::string_view language) {
    const std::string_view next = next_sentence(candidate);
    if (goes_on(next)) return false;
    return !candidate.is_single_period || ends_after_period(candidate, next, language);
}

}  // namespace dateline
