#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// How a file of rows is written.
struct CsvDialect {
    char delimiter = ',';
    char line_end = '\n';                ///< a carriage return before it belongs to it
    bool has_backslash_escapes = false;  ///< \" stands for a quote, and \\ for a backslash
    bool has_delimiter_line = false;     ///< "sep=;" comes first, for spreadsheets

    bool operator==(const CsvDialect&) const = default;
};

enum class CsvQuoting : std::uint8_t {
    strict,  ///< RFC 4180, and spaces around quoted cells
    loose,   ///< a quote that neither opens nor closes a cell is part of its text
    none,    ///< quotes are text
};

enum class CsvState : std::uint8_t {
    open,       ///< the row goes on
    ended,      ///< all cells are there
    misquoted,  ///< a quote where there can be none; only for strict quoting
};

/// Takes one row apart, line by line (libcsv). Not for several threads at once.
class CsvTokenizer {
  public:
    explicit CsvTokenizer(const CsvDialect& dialect);
    ~CsvTokenizer();
    /// Forgets the row at hand.
    void begin(CsvQuoting quoting);
    /// `line`: the row's next line with its line end, if it has one.
    CsvState feed(std::string_view line);
    /// There are no more lines: ended, or misquoted where a quote is still open.
    CsvState finish();
    /// Of the row, without spaces around them; valid until the next begin.
    std::vector<std::string_view> cells() const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace dateline
