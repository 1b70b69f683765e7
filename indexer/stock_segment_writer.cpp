#include <fmt/format.h>
#include <xapian.h>

#include <string>
#include <unordered_map>
#include <vector>

#include "corpus/error.hpp"
#include "indexer/durable_file.hpp"
#include "indexer/segment_writer.hpp"

namespace dateline {

namespace {

template <typename Call>
auto reporting_failures(const std::filesystem::path& folder, const Call& call) {
    try {
        return call();
    } catch (const std::filesystem::filesystem_error& error) {
        throw Error(ErrorKind::input_output,
                    fmt::format("cannot write {}: {}", folder.string(), error.code().message()));
    } catch (const Xapian::Error& error) {
        throw Error(ErrorKind::input_output,
                    fmt::format("cannot write {}: {}{}{}", folder.string(), error.get_msg(),
                                error.get_error_string() ? ": " : "",
                                error.get_error_string() ? error.get_error_string() : ""));
    }
}

// A term of a document, by its number among all terms.
struct TermOfDocument {
    std::uint32_t term = 0;
    std::uint32_t impact = 0;
};

// Xapian takes whole documents, so everything is turned round in memory first. It commits by itself
// every 10,000 documents and leaves blocks half empty: the finished database is compacted (postings
// to 0.42 of their size). One fsync at the end is enough, since nothing names the segment before.
class StockSegmentWriter : public SegmentWriter {
  public:
    explicit StockSegmentWriter(const std::filesystem::path& folder)
        : folder_(folder), loose_(folder / "loose") {}

    void add_lengths(std::span<const std::uint32_t> lengths) override {
        documents_.resize(lengths.size());
    }

    void add_term(std::string_view term, std::span<const Posting> postings) override {
        const auto number = static_cast<std::uint32_t>(terms_.size());
        terms_.emplace_back(term);
        for (const Posting& posting : postings)
            documents_[posting.docid - 1].push_back({number, posting.impact});
    }

    void add_data(DocId docid, std::string_view data) override { data_.emplace(docid, data); }

    void finish() override {
        reporting_failures(folder_, [&] {
            Xapian::WritableDatabase database(
                loose_.string(), Xapian::DB_CREATE | Xapian::DB_NO_SYNC | Xapian::DB_NO_TERMLIST);
            for (std::size_t i = 0; i < documents_.size(); ++i) database.add_document(document(i));
            database.commit();
            database.compact(folder_.string(), Xapian::DB_NO_SYNC | Xapian::DBCOMPACT_NO_RENUMBER);
            database.close();
            std::filesystem::remove_all(loose_);
        });
        sync_folder_to_disk(folder_);
    }

  private:
    Xapian::Document document(std::size_t i) const {
        Xapian::Document document;
        if (const auto data = data_.find(static_cast<DocId>(i + 1)); data != data_.end())
            document.set_data(data->second);
        if (i == 0) document.add_value(0, std::string(format_value));
        for (const auto& [term, impact] : documents_[i]) document.add_term(terms_[term], impact);
        return document;
    }

    std::filesystem::path folder_;
    std::filesystem::path loose_;  // the database before it is compacted
    std::vector<std::string> terms_;
    std::vector<std::vector<TermOfDocument>> documents_;
    std::unordered_map<DocId, std::string> data_;
};

}  // namespace

std::unique_ptr<SegmentWriter> open_stock_writer(const std::filesystem::path& folder) {
    return std::make_unique<StockSegmentWriter>(folder);
}

}  // namespace dateline
