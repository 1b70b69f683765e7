#include "searcher/query_notes.hpp"

namespace dateline {

namespace {

// Between other words side by side, where NEAR would join them.
bool has_near_as_word(const Query& query) {
    for (std::size_t i = 0; i < query.children.size(); ++i) {
        const Query& child = query.children[i];
        const bool is_between = query.kind == QueryKind::sequence &&
                                child.kind == QueryKind::word && i > 0 &&
                                i + 1 < query.children.size();
        if (is_between && child.match == WordMatch::stem && child.text == "near") return true;
        if (has_near_as_word(child)) return true;
    }
    return false;
}

}  // namespace

std::vector<std::string> query_notes(const Query& query) {
    std::vector<std::string> notes;
    if (has_near_as_word(query))
        notes.emplace_back(
            "near is taken as a word; NEAR in capitals or near/5 asks for words near "
            "each other");
    return notes;
}

}  // namespace dateline
