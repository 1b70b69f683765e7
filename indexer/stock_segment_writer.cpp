#include <fmt/format.h>
#include <xapian.h>

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

// Xapian commits by itself every 10,000 documents, which bounds its memory, and leaves blocks half
// empty: the finished database is compacted (postings to 0.42 of their size). One fsync at the end
// is enough, since nothing names the segment before.
class StockSegmentWriter : public SegmentWriter {
  public:
    explicit StockSegmentWriter(const std::filesystem::path& folder)
        : folder_(folder), loose_(folder / "loose") {
        std::filesystem::create_directory(folder_);
        database_ = Xapian::WritableDatabase(
            loose_.string(), Xapian::DB_CREATE | Xapian::DB_NO_SYNC | Xapian::DB_NO_TERMLIST);
    }

    void add(const std::vector<TermImpact>& terms, std::string_view data) override {
        reporting_failures(folder_, [&] {
            Xapian::Document document;
            document.set_data(std::string(data));
            for (const auto& [term, impact] : terms) document.add_term(std::string(term), impact);
            database_.add_document(document);
        });
    }

    void finish() override {
        reporting_failures(folder_, [&] {
            database_.commit();
            database_.compact(folder_.string(), Xapian::DB_NO_SYNC | Xapian::DBCOMPACT_NO_RENUMBER);
            database_.close();
            std::filesystem::remove_all(loose_);
        });
        sync_folder_to_disk(folder_);
    }

  private:
    std::filesystem::path folder_;
    std::filesystem::path loose_;  // the database before it is compacted
    Xapian::WritableDatabase database_;
};

}  // namespace

std::unique_ptr<SegmentWriter> open_stock_writer(const std::filesystem::path& folder) {
    return reporting_failures(folder, [&] { return std::make_unique<StockSegmentWriter>(folder); });
}

}  // namespace dateline
