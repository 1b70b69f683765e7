#include "corpus/formats/csv.hpp"

#include "corpus/error.hpp"
#include "corpus/formats/csv_article.hpp"
#include "corpus/formats/csv_columns.hpp"
#include "corpus/formats/csv_dialect.hpp"
#include "corpus/formats/csv_rows.hpp"
#include "corpus/formats/zero_bytes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace dateline {
namespace {

constexpr std::string_view format_name = "csv";
constexpr std::size_t head_bytes = 64UL << 10;

template <typename Event>
Event event_at(const Origin& origin, std::string reason) {
    return Event{{origin, std::string(format_name), std::move(reason)}};
}

std::string_view head_of(ByteStream& stream) {
    try {
        return stream.peek(head_bytes).substr(0, head_bytes);
    } catch (const Error&) {
        return stream.peek(0);
    }
}

/// One file from its first row to its last.
class CsvFile {
  public:
    CsvFile(ByteStream& stream, const ReadOptions& options, const ReadSink& sink)
        : options_(options),
          sink_(sink),
          rows_(stream, csv_dialect(head_of(stream)).value_or(CsvDialect{}),
                options.max_record_bytes) {}

    void read() {
        while (const std::optional<CsvRow> row = next_row())
            if (!read_row(*row)) break;
        report_broken();
        if (records_ == 0 && columns_ && columns_->problem.empty())
            sink_(event_at<Skip>({}, "holds no record"));
    }

  private:
    /// nullopt at the end, and where the stream fails.
    std::optional<CsvRow> next_row() {
        try {
            return rows_.next();
        } catch (const Error& failure) {
            reject(rows_.origin(), failure.what());
            return std::nullopt;
        }
    }

    /// False where nothing more is to be read.
    bool read_row(const CsvRow& row) {
        if (!row.problem.empty()) {
            reject(row.origin, row.problem, row.is_fragment);
            return true;
        }
        if (std::ranges::all_of(row.cells, is_empty_cell)) return true;
        if (!columns_) columns_ = csv_columns(row.cells, options_.map);
        if (!columns_->problem.empty()) {
            sink_(event_at<Rejection>(row.origin, columns_->problem));
            return false;
        }
        if (header_.empty()) start_records(row);
        if (!is_header(row)) read_record(row);
        return true;
    }

    void start_records(const CsvRow& row) {
        rows_.expect_columns(columns_->count);
        if (columns_->has_header) header_.assign(row.cells.begin(), row.cells.end());
    }

    /// The header itself, or again, where files were put one behind the other.
    bool is_header(const CsvRow& row) const {
        return !header_.empty() && std::ranges::equal(row.cells, header_);
    }

    void read_record(const CsvRow& row) {
        CsvReading reading = read_csv_row(row.cells, *columns_, options_);
        if (!reading.article) return reject(row.origin, reading.problem, reading.is_fragment);
        report_broken();
        const Origin origin = place(row.origin);
        if (const std::size_t zeros = count_zeros(row); zeros > 0)
            reading.warnings.push_back(zero_byte_warning(zeros));
        for (std::string& warning : reading.warnings)
            sink_(event_at<Warning>(origin, std::move(warning)));
        reading.article->origin = origin;
        sink_(std::move(*reading.article));
    }

    static std::size_t count_zeros(const CsvRow& row) {
        std::size_t zeros = 0;
        for (const std::string_view cell : row.cells) zeros += count_zero_bytes(cell);
        return zeros;
    }

    Origin place(Origin origin) {
        origin.record = ++records_;
        return origin;
    }

    /// What follows a broken row and is none itself belongs to it: it is counted, not listed.
    void reject(const Origin& origin, std::string reason, bool is_fragment = false) {
        if (is_fragment && is_after_fragment_) {
            ++fragments_;
            return;
        }
        report_broken();
        broken_ = event_at<Rejection>(place(origin), std::move(reason));
        is_after_fragment_ = is_fragment;
    }

    void report_broken() {
        if (!broken_) return;
        if (fragments_ > 0)
            broken_->reason += fmt::format("; {} more lines that belong to it", fragments_);
        sink_(std::move(*broken_));
        broken_.reset();
        fragments_ = 0;
        is_after_fragment_ = false;
    }

    const ReadOptions& options_;
    const ReadSink& sink_;
    CsvRows rows_;
    std::optional<CsvColumns> columns_;
    std::vector<std::string> header_;
    std::uint32_t records_ = 0;
    std::optional<Rejection> broken_;  ///< not told yet
    bool is_after_fragment_ = false;
    std::uint32_t fragments_ = 0;
};

class CsvReader final : public ArticleReader {
  public:
    void read(ByteStream& stream, const ReadOptions& options, const ReadSink& sink) const override {
        CsvFile(stream, options, sink).read();
    }
};

}  // namespace

bool recognises_csv(std::string_view head) { return csv_dialect(head).has_value(); }

const ArticleReader& csv_reader() {
    static const CsvReader reader;
    return reader;
}

}  // namespace dateline
