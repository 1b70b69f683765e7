#include "indexer/glass/postlist.hpp"

#include <algorithm>
#include <vector>

#include "corpus/glass/packing.hpp"
#include "corpus/glass/posting_list.hpp"

namespace dateline::glass {

namespace {

// Where Xapian itself ends a chunk: one then is one item of a block, and skipping stays cheap.
constexpr std::size_t chunk_bytes = 2000;
constexpr std::string_view value_statistics_key("\0\xD0", 2);  // of slot 0, whose number is no byte
constexpr std::string_view value_chunk_key("\0\xD8", 2);

// Appends the front of `postings` until the chunk is full; returns how many.
std::size_t fill_chunk(std::string& chunk, std::span<const Posting> postings) {
    append_varint(chunk, postings[0].impact);
    std::size_t count = 1;
    for (; count < postings.size() && chunk.size() < chunk_bytes; ++count) {
        append_varint(chunk, postings[count].docid - postings[count - 1].docid - 1);
        append_varint(chunk, postings[count].impact);
    }
    return count;
}

}  // namespace

void PostlistWriter::add_chunks(std::string_view first_key, std::string_view further_key,
                                std::string_view counts, std::span<const Posting> postings) {
    tag_ = counts;
    append_varint(tag_, postings[0].docid - 1);
    std::string key(first_key);
    while (!postings.empty()) {
        chunk_.clear();
        const std::size_t count = fill_chunk(chunk_, postings);
        append_bool(tag_, count == postings.size());
        append_varint(tag_, postings[count - 1].docid - postings[0].docid);
        tag_ += chunk_;
        table_.add(key, tag_);
        tag_.clear();
        postings = postings.subspan(count);
        if (postings.empty()) break;
        key = further_key;
        append_sorted_uint(key, postings[0].docid);
    }
}

void PostlistWriter::add_first_value(std::string_view value) {
    std::string statistics;
    append_varint(statistics, 1);      // document
    append_string(statistics, value);  // the least value; the greatest is the same
    table_.add(value_statistics_key, statistics);
    std::string chunk;
    append_string(chunk, value);
    std::string key(value_chunk_key);
    append_varint(key, 0);  // slot
    append_sorted_uint(key, 1);
    table_.add(key, chunk);
}

void PostlistWriter::add_lengths(std::span<const std::uint32_t> lengths) {
    if (lengths.empty()) return;
    std::vector<Posting> entries(lengths.size());
    for (std::uint32_t i = 0; i < entries.size(); ++i) entries[i] = {i + 1, lengths[i]};
    add_chunks(length_list_key, length_list_key, std::string_view("\0\0", 2), entries);
}

void PostlistWriter::add_term(std::string_view term, std::span<const Posting> postings) {
    std::uint64_t collection_frequency = 0;
    for (const Posting& posting : postings) {
        collection_frequency += posting.impact;
        largest_wdf_ = std::max(largest_wdf_, posting.impact);
    }
    std::string first_key;
    append_sorted_string(first_key, term, true);
    std::string further_key;
    append_sorted_string(further_key, term, false);
    std::string counts;
    append_varint(counts, postings.size());
    append_varint(counts, collection_frequency);
    add_chunks(first_key, further_key, counts, postings);
}

}  // namespace dateline::glass
