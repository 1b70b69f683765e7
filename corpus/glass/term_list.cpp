#include "corpus/glass/term_list.hpp"

#include <algorithm>

#include "corpus/glass/packing.hpp"

namespace dateline::glass {

namespace {

// Lists of other things begin with a zero byte, and less than this behind it; so do, behind the
// term, the keys of a list's further chunks.
constexpr std::string_view zero_of_term("\0\xFF", 2);

// False for the key of a further chunk.
bool unpack_term(std::string_view key, std::string& term) {
    term.clear();
    while (!key.empty()) {
        const std::size_t plain = std::min(key.find('\0'), key.size());
        term += key.substr(0, plain);
        key.remove_prefix(plain);
        if (key.empty()) break;
        if (!key.starts_with(zero_of_term)) return false;
        term += '\0';
        key.remove_prefix(zero_of_term.size());
    }
    return true;
}

}  // namespace

TermList::TermList(const TableReader& table, std::string_view prefix)
    : cursor_(table), prefix_(prefix) {
    std::string key;
    append_sorted_string(key, prefix, true);
    cursor_.seek_from(std::max<std::string_view>(key, zero_of_term));
    take_term();
}

void TermList::take_term() {
    while (!cursor_.at_end()) {
        if (unpack_term(cursor_.key(), term_)) break;
        // A frequent term has many chunks: to what comes behind them all.
        std::string key;
        append_sorted_string(key, term_, true);
        key += zero_of_term;
        cursor_.seek_from(key);
    }
    at_end_ = cursor_.at_end() || !term_.starts_with(prefix_);
}

void TermList::next() {
    cursor_.next();
    take_term();
}

}  // namespace dateline::glass
