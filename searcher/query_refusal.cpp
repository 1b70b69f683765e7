#include "searcher/query_refusal.hpp"

#include <algorithm>
#include <array>

#include "corpus/ascii.hpp"
#include "searcher/query_word.hpp"

namespace dateline {

namespace {

// Word processors turn "-word" into a dash and the word: read as a word it would ask for the
// opposite. A dash by itself, perhaps weighed, is a word like others.
bool begins_with_dash(std::string_view word) {
    constexpr std::array<std::string_view, 3> dashes{"\u2013", "\u2014", "\u2212"};
    return std::any_of(dashes.begin(), dashes.end(), [&](std::string_view dash) {
        return word.starts_with(dash) && word.size() > dash.size() && word[dash.size()] != '^';
    });
}

// "w/x": near_operator() takes those that have a reach. "w/o" is a word.
bool is_near_without_reach(std::string_view word) {
    constexpr std::array<std::string_view, 4> names{"w/", "near/", "pre/", "adj/"};
    const std::string lower = lower_ascii(word);
    return lower != "w/o" && std::any_of(names.begin(), names.end(), [&](std::string_view name) {
               return lower.starts_with(name);
           });
}

bool begins_with_exclamation_mark(std::string_view word) {
    return word.size() > 1 && word[0] == '!' &&
           (is_ascii_letter(word[1]) || is_ascii_digit(word[1]) || is_beyond_ascii(word[1]));
}

}  // namespace

std::optional<Refusal> refusal_of(std::string_view word) {
    if (word == "&&" || word == "||" || word == "|") {
        return Refusal{0, std::string(word) + " is not an operator", "write AND or OR"};
    }
    if (begins_with_exclamation_mark(word))
        return Refusal{0, "'!' is not an operator", "write NOT, or - right before the word"};
    if (is_near_without_reach(word) && !near_operator(word))
        return Refusal{0, std::string(word) + " does not say how near",
                       "write a number of words, s (sentence) or p (paragraph): w/5, w/s; or put "
                       "quotes around it"};
    if (begins_with_dash(word)) {
        return Refusal{0, "a word begins with a long dash",
                       "type a plain - to exclude the word, or a blank after the dash"};
    }
    return std::nullopt;
}

}  // namespace dateline
