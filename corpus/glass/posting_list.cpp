#include "corpus/glass/posting_list.hpp"

#include <fmt/format.h>

#include <limits>
#include <utility>

#include "corpus/glass/packing.hpp"

namespace dateline::glass {

namespace {

std::string key_of(std::string_view term, bool is_last) {
    std::string key;
    append_sorted_string(key, term, is_last);
    return key;
}

}  // namespace

PostingList::PostingList(const TableReader& table, std::string_view term)
    : PostingList(table, key_of(term, true), key_of(term, false)) {}

PostingList::PostingList(const TableReader& table, std::string_view first_key,
                         std::string further_key)
    : cursor_(table), name_(table.name()), further_key_(std::move(further_key)), chunk_({}, name_) {
    cursor_.seek(first_key);
    if (first_key.empty() || cursor_.at_end() || cursor_.key() != first_key) return;
    const std::string_view tag = cursor_.tag();
    ByteReader counts(tag, name_);
    frequency_ = counts.varint32();
    counts.varint();  // collection frequency
    const std::uint64_t first = std::uint64_t{counts.varint32()} + 1;
    at_end_ = false;
    open_chunk(tag.substr(tag.size() - counts.left()), first);
}

void PostingList::throw_broken() const {
    throw_damaged(name_, fmt::format("a list of passages makes no sense behind {}", docid_));
}

void PostingList::open_chunk(std::string_view tag, std::uint64_t first) {
    chunk_ = ByteReader(tag, name_);
    const std::string_view is_last = chunk_.raw(1);
    if (is_last != "0" && is_last != "1") throw_broken();
    is_last_chunk_ = is_last == "1";
    chunk_last_ = first + chunk_.varint32();
    if (first <= docid_ || chunk_last_ > std::numeric_limits<DocId>::max()) throw_broken();
    take_docid(first);
}

void PostingList::next_chunk() {
    if (docid_ != chunk_last_) throw_broken();
    if (is_last_chunk_) {
        at_end_ = true;
        return;
    }
    if (!cursor_.next() || !open_further_chunk()) throw_broken();
}

// Where the cursor is. False where that is none of this term's further chunks, or one that does not
// begin behind the posting at hand.
bool PostingList::open_further_chunk() {
    const std::string_view key = cursor_.key();
    if (!key.starts_with(further_key_)) return false;
    const auto first = sorted_uint(key.substr(further_key_.size()));
    if (!first || *first <= docid_) return false;
    open_chunk(cursor_.tag(), *first);
    return true;
}

void PostingList::skip_to(DocId docid) {
    if (at_end_) return;
    if (docid > chunk_last_) {
        if (is_last_chunk_) {
            at_end_ = true;
            return;
        }
        std::string key = further_key_;
        append_sorted_uint(key, docid);
        cursor_.seek(key);
        // It may be between the chunk at hand and the next one.
        if (!open_further_chunk() && (!cursor_.next() || !open_further_chunk())) throw_broken();
    }
    while (!at_end_ && docid_ < docid) next();
}

}  // namespace dateline::glass
