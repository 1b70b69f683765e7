#include "searcher/query_refusal.hpp"

#include "searcher/ascii.hpp"

#include <algorithm>
#include <array>

namespace dateline {

namespace {

constexpr std::string_view digits = "0123456789";
constexpr std::string_view quote_hint = "put quotes around a word to search it as it stands";

bool is_word_byte(char c) { return is_ascii_digit(c) || is_ascii_letter(c) || is_beyond_ascii(c); }

bool all_of(std::string_view text, std::string_view set) {
    return text.find_first_not_of(set) == std::string_view::npos;
}

Refusal unknown_operator(std::size_t offset, std::string_view name) {
    return {offset, "the operator " + std::string(name) + " is not known in this version",
            std::string(quote_hint)};
}

// A '?' at the end of a word ("who won?") is punctuation.
std::optional<std::size_t> wildcard_in(std::string_view word) {
    for (std::size_t i = 0; i < word.size(); ++i) {
        const bool inner = i + 1 < word.size() && is_word_byte(word[i + 1]);
        if (word[i] == '*' || (word[i] == '?' && inner)) return i;
    }
    return std::nullopt;
}

// word~, word~1, word^2.
std::optional<std::size_t> modifier_in(std::string_view word) {
    const std::size_t mark = word.find_last_of("~^");
    if (mark == std::string_view::npos || !all_of(word.substr(mark + 1), "0123456789.")) {
        return std::nullopt;
    }
    const bool lone = word.size() == 1;
    return lone ? std::nullopt : std::optional(mark);
}

// w/5, pre/5, near/5, adj/5, w/s, w/p, NEAR, ADJ.
bool is_proximity(std::string_view word) {
    if (word == "NEAR" || word == "ADJ") return true;
    const std::size_t slash = word.find('/');
    if (slash == std::string_view::npos) return false;
    constexpr std::array<std::string_view, 4> names{"w", "pre", "near", "adj"};
    const std::string name = lower_ascii(word.substr(0, slash));
    const std::string reach = lower_ascii(word.substr(slash + 1));
    const bool reaches = reach == "s" || reach == "p" || (!reach.empty() && all_of(reach, digits));
    return reaches && std::find(names.begin(), names.end(), name) != names.end();
}

// caps(US), atleast3(x).
bool is_function(std::string_view word) {
    constexpr std::string_view at_least = "atleast";
    const std::string name = lower_ascii(word);
    return name == "caps" || (name.starts_with(at_least) &&
                              all_of(std::string_view(name).substr(at_least.size()), digits));
}

// Word processors turn "-word" into a dash and the word: read as a word it would ask for the
// opposite.
bool begins_with_dash(std::string_view word) {
    constexpr std::array<std::string_view, 3> dashes{"\u2013", "\u2014", "\u2212"};
    return std::any_of(dashes.begin(), dashes.end(), [&](std::string_view dash) {
        return word.starts_with(dash) && word.size() > dash.size();
    });
}

}  // namespace

std::optional<Refusal> refusal_of(std::string_view word, bool opens_group) {
    if (word == "&&" || word == "||") {
        return Refusal{0, std::string(word) + " is not an operator", "write AND or OR"};
    }
    if (begins_with_dash(word)) {
        return Refusal{0, "a word begins with a long dash",
                       "type a plain - to exclude the word, or a blank after the dash"};
    }
    if (const auto offset = wildcard_in(word)) {
        return Refusal{*offset, "wildcards in words are not known in this version",
                       std::string(quote_hint)};
    }
    if (word.starts_with('=') && word.size() > 1) return unknown_operator(0, "=");
    if (const auto offset = modifier_in(word)) {
        return unknown_operator(*offset, word.substr(*offset, 1));
    }
    if (is_proximity(word)) return unknown_operator(0, word);
    if (opens_group && is_function(word)) return unknown_operator(0, word);
    return std::nullopt;
}

}  // namespace dateline
