#include "searcher/phrase_scan.hpp"

namespace dateline {

bool PhraseScan::stands_in(std::string_view code) {
    std::vector<DocId> begins;
    begin_run();
    read(code, 1, begins);
    return !begins.empty();
}

bool PhraseScan::begins_with(std::string_view code, std::size_t token) const {
    const char* at = code.data();
    const char* const end = at + code.size();
    while (at != end) {
        const UnitId unit = words_.code().next(at, end);
        if (words_.is_word(unit)) return (asked_.tokens_of(unit) >> token & 1) != 0;
    }
    return false;
}

void PhraseScan::read(std::string_view code, DocId docid, std::vector<DocId>& begins) {
    const DenseCode dense = words_.code();
    const char* const end = code.data() + code.size();
    std::uint64_t state = 0;
    for (const char* at = code.data();;) {
        const bool has_begun = state != 0 || !open_.empty();
        if (!has_begun) at = asked_.next_first_token(at, end);
        if (at == end) break;
        const UnitId unit = dense.next(at, end);
        const std::uint64_t tokens = asked_.tokens_of(unit);
        if (tokens == 0 && (!has_begun || !words_.is_word(unit))) continue;
        state = (state << 1 | 1) & tokens;
        if ((state & asked_.last_token()) != 0) begins.push_back(docid);
        if (!open_.empty()) go_on(tokens, begins);
    }
    state &= ~asked_.last_token();
    if (state != 0) open_.push_back({docid, state});
}

// The phrases that began in earlier texts, at a further word.
void PhraseScan::go_on(std::uint64_t tokens, std::vector<DocId>& begins) {
    std::size_t kept = 0;
    for (const OpenText& text : open_) {
        const std::uint64_t state = text.state << 1 & tokens;
        if ((state & asked_.last_token()) != 0) begins.push_back(text.docid);
        if (const std::uint64_t rest = state & ~asked_.last_token(); rest != 0)
            open_[kept++] = {text.docid, rest};
    }
    open_.resize(kept);
}

}  // namespace dateline
