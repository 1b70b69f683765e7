#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/formats/csv_tokenizer.hpp"
#include "corpus/reader.hpp"

namespace dateline {

struct CsvRow {
    std::vector<std::string_view> cells;  ///< valid UTF-8; until the next call of `next`
    Origin origin;                        ///< offset and line
    std::string problem;                  ///< empty, or why there are no cells
    bool is_fragment = false;  ///< not read, and what comes after a broken row looks like that
};

/// The rows of a CSV file, empty lines left out. Keeps one of them in memory, none over the limit.
/// A row whose quotes do not match costs itself only: it is read loosely or with its quotes as
/// text, where that gives the number of columns that the file has, and otherwise the next row is
/// looked for on the next line.
class CsvRows {
  public:
    CsvRows(ByteStream& stream, const CsvDialect& dialect, std::uint64_t max_record_bytes);
    /// 0, as at first: any number.
    void expect_columns(std::size_t columns) { columns_ = columns; }
    /// nullopt at the end. Throws Error where the stream does, after all whole rows before.
    std::optional<CsvRow> next();
    /// Of the next row, before anything is known of it.
    Origin origin() const;

  private:
    void skip(std::size_t bytes);
    bool skip_blank_lines();
    std::string_view line_from(std::size_t begin, std::uint64_t longest);
    std::optional<std::size_t> scan(CsvQuoting quoting, std::uint64_t longest,
                                    std::size_t begin = 0);
    bool fits() const;
    bool attempt(CsvQuoting quoting, std::size_t begin);
    bool is_row_of_one_line(std::size_t size);
    CsvRow read_misquoted(std::size_t size);
    CsvRow take(CsvQuoting quoting, std::size_t size);
    CsvRow give_up(std::string problem, std::size_t size);
    CsvRow pass_over_large();
    void tokenize(CsvQuoting quoting, std::string_view text);
    std::string_view charset();

    ByteStream& stream_;
    CsvDialect dialect_;
    std::uint64_t max_record_bytes_;
    CsvTokenizer tokenizer_;
    CsvState state_ = CsvState::open;
    std::size_t columns_ = 0;
    std::uint64_t line_ = 1;
    std::size_t last_bytes_ = 0;
    std::size_t attempted_ = 0;  ///< bytes of the row that the last attempt read
    std::uint64_t attempted_bytes_ = 0;
    std::optional<std::string> charset_;
};

}  // namespace dateline
