#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <numeric>
#include <system_error>

#include "corpus/error.hpp"
#include "corpus/glass/packing.hpp"
#include "corpus/mapped_file.hpp"
#include "indexer/durable_file.hpp"
#include "indexer/glass/postlist.hpp"
#include "indexer/glass/table.hpp"
#include "indexer/glass/version_file.hpp"
#include "indexer/segment_writer.hpp"

namespace dateline {

namespace {

namespace fs = std::filesystem;

// Both tables' bytes, so that equal databases have equal names and different ones have not.
glass::Uuid uuid_of(const glass::TableRoot& postlist, const glass::TableRoot& docdata) {
    glass::Uuid uuid{};
    for (std::size_t i = 0; i < uuid.size(); ++i) {
        const std::uint64_t hash = i < 8 ? postlist.hash : docdata.hash;
        uuid[i] = static_cast<std::uint8_t>(hash >> (8 * (i % 8)));
    }
    uuid[6] = static_cast<std::uint8_t>((uuid[6] & 0x0F) | 0x40);  // version 4,
    uuid[8] = static_cast<std::uint8_t>((uuid[8] & 0x3F) | 0x80);  // of RFC 4122
    return uuid;
}

class BulkSegmentWriter : public SegmentWriter {
  public:
    explicit BulkSegmentWriter(const fs::path& folder)
        : folder_(folder),
          postlist_table_(folder / "postlist.glass", 0),
          docdata_table_(folder / "docdata.glass", glass::compress_from_18_bytes),
          postlist_(postlist_table_) {}

    void add_lengths(std::span<const std::uint32_t> lengths) override {
        postlist_.add_first_value(format_value);
        postlist_.add_lengths(lengths);
        summary_.documents = static_cast<std::uint32_t>(lengths.size());
        summary_.last_docid = summary_.documents;
        summary_.total_length = std::accumulate(lengths.begin(), lengths.end(), std::uint64_t{0});
        for (const std::uint32_t length : lengths) {
            if (length == 0) continue;
            summary_.longest_length = std::max(summary_.longest_length, length);
            if (summary_.shortest_length == 0 || length < summary_.shortest_length)
                summary_.shortest_length = length;
        }
    }

    void add_term(std::string_view term, std::span<const Posting> postings) override {
        postlist_.add_term(term, postings);
    }

    void add_data(DocId docid, std::string_view data) override {
        docdata_key_.clear();
        glass::append_sorted_uint(docdata_key_, docid);
        if (!data.empty()) docdata_table_.add(docdata_key_, data);
    }

    void finish() override {
        summary_.postlist = postlist_table_.finish();
        summary_.docdata = docdata_table_.finish();
        summary_.termlist = slots_of_document_1();
        summary_.largest_wdf = postlist_.largest_wdf();
        summary_.uuid = uuid_of(summary_.postlist, summary_.docdata);
        write_durably(folder_ / "iamglass", encode_version_file(summary_));
        sync_to_disk(folder_);
    }

  private:
    // As much of a termlist table as Xapian's remote backend needs to send documents: which slots
    // hold values.
    glass::TableRoot slots_of_document_1() const {
        glass::TableWriter table(folder_ / "termlist.glass", glass::compress_from_18_bytes);
        table.add(std::string_view("\0\x01\0", 3), std::string_view("\0", 1));
        return table.finish();
    }

    fs::path folder_;
    glass::TableWriter postlist_table_;
    glass::TableWriter docdata_table_;
    glass::PostlistWriter postlist_;
    glass::DatabaseSummary summary_;
    std::string docdata_key_;
};

}  // namespace

std::unique_ptr<SegmentWriter> open_bulk_writer(const fs::path& folder) {
    return std::make_unique<BulkSegmentWriter>(folder);
}

bool knows_xapian_format(const fs::path& folder) {
    const fs::path probe = folder / "probe";
    bool is_known = false;
    try {
        Xapian::WritableDatabase(probe.string(), Xapian::DB_CREATE | Xapian::DB_NO_SYNC).close();
        is_known = MappedFile(probe / "iamglass").bytes().starts_with(glass::version_file_begin);
    } catch (const Xapian::Error&) {
        // A Xapian that writes something else.
    } catch (const Error&) {
    }
    std::error_code failure;
    fs::remove_all(probe, failure);
    if (failure)  // else it would be taken for a part of the segment
        throw Error(ErrorKind::input_output,
                    fmt::format("cannot remove {}: {}", probe.string(), failure.message()));
    return is_known;
}

}  // namespace dateline
