#include "searcher/query_refusal.hpp"

#include <algorithm>
#include <array>

namespace dateline {

namespace {

// Word processors turn "-word" into a dash and the word: read as a word it would ask for the
// opposite.
bool begins_with_dash(std::string_view word) {
    constexpr std::array<std::string_view, 3> dashes{"\u2013", "\u2014", "\u2212"};
    return std::any_of(dashes.begin(), dashes.end(), [&](std::string_view dash) {
        return word.starts_with(dash) && word.size() > dash.size();
    });
}

}  // namespace

std::optional<Refusal> refusal_of(std::string_view word) {
    if (word == "&&" || word == "||") {
        return Refusal{0, std::string(word) + " is not an operator", "write AND or OR"};
    }
    if (begins_with_dash(word)) {
        return Refusal{0, "a word begins with a long dash",
                       "type a plain - to exclude the word, or a blank after the dash"};
    }
    return std::nullopt;
}

}  // namespace dateline
