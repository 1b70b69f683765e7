#include "indexer/glass/version_file.hpp"

#include <algorithm>
#include <string_view>

#include "corpus/glass/packing.hpp"

namespace dateline::glass {

namespace {

void append_root(std::string& out, const TableRoot& root) {
    append_varint(out, root.root_block);
    append_varint(out, root.level << level_shift | in_order_bit | (root.is_fake ? fake_bit : 0));
    append_varint(out, root.entries);
    append_varint(out, block_size >> block_size_shift);
    append_varint(out, root.compress_minimum);
    std::string freelist;
    if (!root.is_fake) {
        append_varint(freelist, revision);
        append_varint(freelist, root.block_count);
        freelist.append(4, '\0');
    }
    append_string(out, freelist);
}

}  // namespace

std::string encode_version_file(const DatabaseSummary& summary) {
    std::string out(version_file_begin);
    out.append(reinterpret_cast<const char*>(summary.uuid.data()), summary.uuid.size());
    append_varint(out, revision);
    append_root(out, summary.postlist);
    append_root(out, summary.docdata);
    append_root(out, summary.termlist);
    append_root(out, {});                                            // position
    append_root(out, {.compress_minimum = compress_from_18_bytes});  // spelling
    append_root(out, {.compress_minimum = compress_from_18_bytes});  // synonym
    append_varint(out, summary.documents);
    append_varint(out, summary.last_docid - summary.documents);
    append_varint(out, summary.shortest_length);
    append_varint(out, summary.largest_wdf);
    append_varint(out, std::max(summary.longest_length, summary.largest_wdf) - summary.largest_wdf);
    append_varint(out, 0);  // oldest changeset
    append_varint(out, summary.total_length);
    append_varint(out, 0);  // spelling
    return out;
}

}  // namespace dateline::glass
