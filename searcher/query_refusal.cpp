#include "searcher/query_refusal.hpp"

#include <algorithm>
#include <array>

#include "corpus/ascii.hpp"
#include "corpus/unicode.hpp"
#include "searcher/columns.hpp"
#include "searcher/query.hpp"
#include "searcher/query_field.hpp"
#include "searcher/query_scanner.hpp"
#include "searcher/query_word.hpp"
#include "searcher/render.hpp"

namespace dateline {

namespace {

// What a longer one costs nobody wants to wait for.
constexpr std::size_t max_phrase_words = 512;

constexpr std::string_view digits = "0123456789";

bool is_number(std::string_view text) {
    return !text.empty() && text.find_first_not_of(digits) == std::string_view::npos;
}

bool is_word_byte(char c) { return is_ascii_letter(c) || is_ascii_digit(c) || is_beyond_ascii(c); }

template <class Names>
bool is_one_of(std::string_view word, const Names& names) {
    return std::find(names.begin(), names.end(), word) != names.end();
}

// Word processors turn "-word" into a dash and the word: read as a word it would ask for the
// opposite. A dash by itself, perhaps weighed, is a word like others.
bool begins_with_dash(std::string_view word) {
    constexpr std::array<std::string_view, 3> dashes{"\u2013", "\u2014", "\u2212"};
    return std::any_of(dashes.begin(), dashes.end(), [&](std::string_view dash) {
        return word.starts_with(dash) && word.size() > dash.size() && word[dash.size()] != '^';
    });
}

// "w/x": near_operator() takes those that have a reach. "w/o" is a word, with a weight too.
bool is_near_without_reach(std::string_view word) {
    constexpr std::array<std::string_view, 4> names{"w/", "near/", "pre/", "adj/"};
    const std::string lower = lower_ascii(word);
    const std::string_view name_alone = std::string_view(lower).substr(0, lower.find('^'));
    return name_alone != "w/o" &&
           std::any_of(names.begin(), names.end(),
                       [&](std::string_view name) { return lower.starts_with(name); });
}

bool begins_with_exclamation_mark(std::string_view word) {
    return word.size() > 1 && word[0] == '!' && is_word_byte(word[1]);
}

// near5, adj5 (Factiva), within/5, onear/5, before/5, /5, /s, /p, /n5 (Westlaw, Bloomberg).
bool is_near_elsewhere(std::string_view word) {
    constexpr std::array<std::string_view, 5> glued{"near", "pre", "adj", "within", "onear"};
    constexpr std::array<std::string_view, 6> apart{"within", "onear", "before",
                                                    "next",   "and",   "same"};
    const std::string lower = lower_ascii(word);
    const std::size_t slash = lower.find('/');
    if (slash == std::string::npos) {
        const std::size_t name = std::min(lower.find_first_of(digits), lower.size());
        return is_one_of(std::string_view(lower).substr(0, name), glued) &&
               is_number(lower.substr(name));
    }
    std::string_view reach = std::string_view(lower).substr(slash + 1);
    const bool is_reach = is_number(reach) || reach == "s" || reach == "p";
    if (slash > 0) return is_reach && is_one_of(std::string_view(lower).substr(0, slash), apart);
    if (reach.ends_with('/')) reach.remove_suffix(1);
    if (reach.starts_with('n') || reach.starts_with('f')) reach.remove_prefix(1);
    return is_reach || is_number(reach);
}

bool is_boolean_elsewhere(std::string_view word) {
    constexpr std::array<std::string_view, 7> names{"ANDNOT", "AND-NOT", "AND_NOT", "BUTNOT",
                                                    "ORNOT",  "XOR",     "NOR"};
    return is_one_of(word, names);
}

// title=x, date>2019: a field's name before another sign than the colon.
std::optional<Refusal> refusal_of_sign_for_colon(std::string_view word) {
    const std::size_t sign = word.find_first_of("=<>");
    if (sign == std::string_view::npos || sign == 0) return std::nullopt;
    const std::string_view field = field_meant_by(lower_ascii(word.substr(0, sign)));
    if (field.empty()) return std::nullopt;
    const bool is_date = find_query_field(field) == row_of(Field::date);
    const std::string hint = word[sign] != '=' && is_date
                                 ? (word[sign] == '>' ? "write after:2019" : "write before:2019")
                                 : "write " + std::string(field) + ":...";
    return Refusal{sign, std::string("'") + word[sign] + "' does not ask for a field",
                   hint + ", or put quotes around it"};
}

// ＡＮＤ, （: they look like what they are not.
std::optional<Refusal> refusal_of_wide(std::string_view word) {
    if (is_ascii(word)) return std::nullopt;
    constexpr std::array<std::string_view, 5> operators{"and", "or", "not", "near", "adj"};
    if (is_one_of(to_utf8(lower_case(to_utf32(word))), operators))
        return Refusal{0, std::string(word) + " is written in wide letters",
                       "write the operator in plain capitals, or put quotes around the word"};
    constexpr std::array<std::string_view, 4> signs{"\uFF08", "\uFF09", "\uFF1A", "\uFF02"};
    constexpr std::array<std::string_view, 4> plain{"(", ")", ":", "\""};
    for (std::size_t i = 0; i < signs.size(); ++i)
        if (const std::size_t at = word.find(signs[i]); at != std::string_view::npos)
            return Refusal{
                at, std::string(signs[i]) + " is a wide sign, and no " + std::string(plain[i]),
                "type a plain " + std::string(plain[i]) + ", or a blank"};
    return std::nullopt;
}

// They part a word into two that look like one.
std::optional<Refusal> refusal_of_invisible(std::string_view word) {
    constexpr std::array<std::string_view, 3> spaces{"\u200B", "\u2060", "\uFEFF"};
    for (const std::string_view space : spaces)
        if (const std::size_t at = word.find(space); at != std::string_view::npos && at > 0 &&
                                                     at + space.size() < word.size() &&
                                                     is_word_byte(word[at + space.size()]))
            return Refusal{at, "an invisible character stands in a word",
                           "type the word anew, or put a blank there"};
    return std::nullopt;
}

// nato~x, nato~0.8, nato^x, ~nato, ^nato.
std::optional<Refusal> refusal_of_mark(std::string_view word) {
    const bool begins = word.size() > 1 && (word[0] == '~' || word[0] == '^') &&
                        is_word_byte(word[1]) && !is_ascii_digit(word[1]);
    if (begins)
        return Refusal{0, std::string("'") + word[0] + "' stands before a word",
                       word[0] == '~' ? "write word~1 for words that are spelt alike"
                                      : "write word^2 for a word that weighs more"};
    const std::size_t mark = word.find_last_of("~^");
    if (mark == std::string_view::npos || mark == 0 || !is_word_byte(word[mark - 1]))
        return std::nullopt;
    const std::string_view number = word.substr(mark + 1);
    if (word[mark] == '~' && !number.empty() && !is_number(number))
        return Refusal{mark, "a word can be one or two letters off",
                       "write ~1 or ~2, or put quotes around the word"};
    if (word[mark] == '^' && !read_boost(number))
        return Refusal{mark, "'^' takes a weight from 0.001 to 1000",
                       "write x^2 or x^0.5, or put quotes around the word"};
    return std::nullopt;
}

std::optional<Refusal> refusal_of_operator(std::string_view word) {
    if (word == "&&" || word == "||" || word == "|")
        return Refusal{0, std::string(word) + " is not an operator", "write AND or OR"};
    if (const std::size_t bar = word.find('|'); bar != std::string_view::npos)
        return Refusal{bar, "'|' is not an operator", "write OR, or put quotes around the word"};
    if (begins_with_exclamation_mark(word))
        return Refusal{0, "'!' is not an operator", "write NOT, or - right before the word"};
    if (is_boolean_elsewhere(word))
        return Refusal{0, std::string(word) + " is not an operator",
                       "write AND, OR, NOT; or put quotes around the word"};
    const std::string near_hint =
        "write a number of words, s (sentence) or p (paragraph): w/5, w/s; or put quotes around it";
    if (word == "PRE" || (is_near_without_reach(word) && !near_operator(word)))
        return Refusal{0, std::string(word) + " does not say how near",
                       word == "PRE" ? "write pre/5, or put quotes around the word" : near_hint};
    if (is_near_elsewhere(word))
        return Refusal{0, std::string(word) + " is not an operator",
                       "write w/5, pre/5, w/s or w/p; or put quotes around the word"};
    return std::nullopt;
}

// ~1 at the end of a word. In the middle of one it is a sign like others.
bool is_fuzzy_mark(std::string_view text) {
    if (text[0] != '~') return false;
    const std::size_t end = std::min(text.find_first_not_of(digits, 1), text.size());
    return end > 1 && (end == text.size() || text[end] == ' ');
}

}  // namespace

void refuse_unreadable(std::string_view query) {
    for (std::size_t i = 0; i < query.size();) {
        const ShownCharacter character = shown_character(query, i);
        const auto at = static_cast<std::uint32_t>(i);
        if (i >= max_query_bytes)
            throw_query_error(query, {at, at + 1}, "the query is longer than 64 KiB", "shorten it");
        if (!character.valid)
            throw_query_error(query, {at, at + 1}, "the query is not UTF-8 text",
                              "set the terminal to UTF-8");
        i += character.bytes;
    }
}

std::optional<Refusal> refusal_of(std::string_view word) {
    if (auto refusal = refusal_of_operator(word)) return refusal;
    if (begins_with_dash(word)) {
        return Refusal{0, "a word begins with a long dash",
                       "type a plain - to exclude the word, or a blank after the dash"};
    }
    if (at_least_count(word))
        return Refusal{0, std::string(word) + " counts what stands in brackets",
                       "write " + std::string(word) + "(word), or put quotes around it"};
    if (auto refusal = refusal_of_sign_for_colon(word)) return refusal;
    if (auto refusal = refusal_of_wide(word)) return refusal;
    if (auto refusal = refusal_of_invisible(word)) return refusal;
    return refusal_of_mark(word);
}

std::optional<Refusal> refusal_of_value(std::string_view value, Field field) {
    const std::size_t mark = value.rfind('^');
    if (mark != std::string_view::npos && mark > 0 && read_boost(value.substr(mark + 1)))
        return Refusal{mark, "a field's value has no weight",
                       "leave it out, or put quotes around the value"};
    const std::size_t comma = value.find(',');
    if (comma != std::string_view::npos && field != Field::id)
        return Refusal{comma, "',' does not part values",
                       "write " + std::string(row_of(field)->name) +
                           ":(a OR b), or put quotes around the whole value"};
    return std::nullopt;
}

std::optional<Refusal> refusal_in_phrase(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool after_word = at > 0 && is_word_byte(text[at - 1]);
        const bool before_word = at + 1 < text.size() && is_word_byte(text[at + 1]);
        if (text[at] == '*' || (text[at] == '?' && after_word && before_word))
            return Refusal{at, std::string("'") + text[at] + "' stands for nothing in a phrase",
                           "write train* ADJ mission for words side by side, or \"a b\"~1 for "
                           "another word between"};
        if (after_word && is_fuzzy_mark(text.substr(at)))
            return Refusal{at, "'~' means nothing in a phrase",
                           "write trani~1 ADJ mission, or \"a b\"~1 for another word between"};
    }
    return std::nullopt;
}

std::optional<Refusal> refusal_of_length(std::string_view text) {
    if (text.size() <= max_phrase_words) return std::nullopt;
    std::size_t words = 0;
    bool in_word = false;
    for (std::size_t at = 0; at < text.size();) {
        const Character character = character_at(text, at);
        const CharacterClass kind = character_class(character.code);
        const bool is_letter = kind == CharacterClass::letter || kind == CharacterClass::digit ||
                               (in_word && kind == CharacterClass::mark);
        words += kind == CharacterClass::unspaced || (is_letter && !in_word);
        in_word = is_letter;
        at += character.size;
    }
    if (words <= max_phrase_words) return std::nullopt;
    return Refusal{0, "a phrase of more than " + std::to_string(max_phrase_words) + " words",
                   "a part of it finds the same articles"};
}

Refusal refusal_of_call(std::string_view name) {
    const std::string lower = lower_ascii(name);
    const std::string shown = printable(name) + "(";
    const std::string_view field = field_meant_by(lower);
    if (field == "date") return {0, shown + " does not ask for a time", "write date:FROM..TO"};
    if (!field.empty())
        return {0, shown + " does not ask for a field", "write " + std::string(field) + ":(...)"};
    if (lower == "allcaps") return {0, shown + " is no function", "write caps(US)"};
    if (lower == "atleast")
        return {0, "atleast takes a number from 1 to " + std::to_string(max_times),
                "write atleast3(word)"};
    return {0, shown + " is no function",
            "put a blank before the bracket if it is a word; functions are caps(...) and "
            "atleast3(...)"};
}

}  // namespace dateline
