#include "indexer/glass/postlist.hpp"

#include <algorithm>
#include <vector>

#include "indexer/glass/packing.hpp"

namespace dateline::glass {

namespace {

// Where Xapian itself ends a chunk: one then is one item of a block, and skipping stays cheap.
constexpr std::size_t chunk_bytes = 2000;
constexpr std::string_view length_list_key("\0\xE0", 2);

// Appends entries from the front of `entries` until the chunk is full; returns how many.
std::size_t fill_chunk(std::string& chunk, std::span<const Entry> entries) {
    append_varint(chunk, entries[0].wdf);
    std::size_t count = 1;
    for (; count < entries.size() && chunk.size() < chunk_bytes; ++count) {
        append_varint(chunk, entries[count].docid - entries[count - 1].docid - 1);
        append_varint(chunk, entries[count].wdf);
    }
    return count;
}

}  // namespace

void PostlistWriter::add_chunks(std::string_view first_key, std::string_view further_key,
                                std::string_view counts, std::span<const Entry> entries) {
    tag_ = counts;
    append_varint(tag_, entries[0].docid - 1);
    std::string key(first_key);
    while (!entries.empty()) {
        chunk_.clear();
        const std::size_t count = fill_chunk(chunk_, entries);
        append_bool(tag_, count == entries.size());
        append_varint(tag_, entries[count - 1].docid - entries[0].docid);
        tag_ += chunk_;
        table_.add(key, tag_);
        tag_.clear();
        entries = entries.subspan(count);
        if (entries.empty()) break;
        key = further_key;
        append_sorted_uint(key, entries[0].docid);
    }
}

void PostlistWriter::add_lengths(std::span<const std::uint32_t> lengths) {
    if (lengths.empty()) return;
    std::vector<Entry> entries(lengths.size());
    for (std::uint32_t i = 0; i < entries.size(); ++i) entries[i] = {i + 1, lengths[i]};
    add_chunks(length_list_key, length_list_key, std::string_view("\0\0", 2), entries);
}

void PostlistWriter::add_term(std::string_view term, std::span<const Entry> entries) {
    std::uint64_t collection_frequency = 0;
    for (const Entry& entry : entries) {
        collection_frequency += entry.wdf;
        largest_wdf_ = std::max(largest_wdf_, entry.wdf);
    }
    std::string first_key;
    append_sorted_string(first_key, term, true);
    std::string further_key;
    append_sorted_string(further_key, term, false);
    std::string counts;
    append_varint(counts, entries.size());
    append_varint(counts, collection_frequency);
    add_chunks(first_key, further_key, counts, entries);
}

}  // namespace dateline::glass
