#include "searcher/query_notes.hpp"

#include <array>
#include <string_view>

namespace dateline {

namespace {

/// A word that would be an operator if it were written otherwise.
struct Lookalike {
    std::string_view word;
    const char* note;
};
// Not "and": it joins words of names, and asks for no other articles.
constexpr std::array<Lookalike, 3> lookalikes{{
    {"near", "near is taken as a word; NEAR in capitals or near/5 asks for words near each other"},
    {"not", "not is taken as a word; NOT in capitals, or - right before a word, excludes"},
    {"or", "or is taken as a word; OR in capitals joins alternatives"},
}};

// Between other words side by side, where the operator would stand.
bool has_as_word(const Query& query, std::string_view word) {
    for (std::size_t i = 0; i < query.children.size(); ++i) {
        const Query& child = query.children[i];
        const bool is_between = query.kind == QueryKind::sequence &&
                                child.kind == QueryKind::word && i > 0 &&
                                i + 1 < query.children.size();
        if (is_between && child.match == WordMatch::stem && child.text == word) return true;
        if (has_as_word(child, word)) return true;
    }
    return false;
}

}  // namespace

std::vector<std::string> query_notes(const Query& query) {
    std::vector<std::string> notes;
    for (const auto& [word, note] : lookalikes)
        if (has_as_word(query, word)) notes.emplace_back(note);
    return notes;
}

}  // namespace dateline
