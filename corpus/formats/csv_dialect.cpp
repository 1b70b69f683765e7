#include "corpus/formats/csv_dialect.hpp"

#include "corpus/formats/csv_columns.hpp"
#include "corpus/formats/zero_bytes.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <tuple>

namespace dateline {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::array delimiters{',', ';', '\t', '|'};
constexpr std::size_t most_rows = 20;
constexpr std::size_t whole_head_bytes = 64UL << 10;  // a shorter one is all of its file

/// What the first rows of a head say of a dialect.
struct Evidence {
    std::size_t columns = 0;   ///< of the first row
    std::size_t names = 0;     ///< columns of it that are known by name; 0 where no text is named
    std::size_t rows = 0;      ///< whole rows, the first included
    std::size_t fitting = 0;   ///< of those: with as many columns as the first
    std::size_t quoted = 0;    ///< with cells in quotes
    std::size_t loose = 0;     ///< delimiters as in prose, see count_loose
    std::size_t indented = 0;  ///< with nothing in the first cell
};

std::string_view line_of(std::string_view text, char line_end) {
    const std::size_t end = text.find(line_end);
    return text.substr(0, end == text.npos ? end : end + 1);
}

/// Steps over blank lines, not over the tab that follows an empty first cell.
std::string_view without_blank_lines(std::string_view text, char line_end) {
    const std::size_t first = std::min(text.find_first_not_of(" \t\r\n"), text.size());
    const std::size_t end = text.substr(0, first).rfind(line_end);
    return end == text.npos ? text : text.substr(end + 1);
}

/// Takes rows off a head, which may end in the middle of one.
class HeadRows {
  public:
    HeadRows(std::string_view head, const CsvDialect& dialect)
        : rest_(head), dialect_(dialect), tokenizer_(dialect) {}

    /// The bytes of the next row, as far as its quotes are right; empty where there is none.
    std::string_view next() {
        rest_ = without_blank_lines(rest_, dialect_.line_end);
        tokenizer_.begin(CsvQuoting::strict);
        std::size_t size = 0;
        CsvState state = CsvState::open;
        while (state == CsvState::open && size < rest_.size()) {
            const std::string_view line = line_of(rest_.substr(size), dialect_.line_end);
            state = tokenizer_.feed(line);
            size += line.size();
        }
        is_whole_ = state == CsvState::ended;
        const std::string_view row = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return row;
    }
    /// Of a last row without a line end it cannot be told.
    bool is_whole() const { return is_whole_; }
    std::vector<std::string_view> cells() const { return tokenizer_.cells(); }
    bool is_at_end() const { return rest_.empty(); }

    /// The row that the head ends in, taken for a whole one.
    bool finish() { return tokenizer_.finish() == CsvState::ended; }

  private:
    std::string_view rest_;
    const CsvDialect& dialect_;
    CsvTokenizer tokenizer_;
    bool is_whole_ = false;
};

std::size_t count_pairs(std::string_view text, char first, char second) {
    std::size_t count = 0;
    for (std::size_t at = text.find(first); at != text.npos; at = text.find(first, at + 1))
        count += at + 1 < text.size() && text[at + 1] == second ? 1 : 0;
    return count;
}

/// Delimiters outside quotes with a blank behind them.
std::size_t count_loose(std::string_view row, char delimiter) {
    std::size_t count = 0;
    bool is_quoted = false;
    for (std::size_t at = 0; at + 1 < row.size(); ++at) {
        is_quoted = is_quoted != (row[at] == '"');
        count += !is_quoted && row[at] == delimiter && row[at + 1] == ' ' ? 1 : 0;
    }
    return count;
}

void count_row(Evidence& evidence, std::string_view row, const std::vector<std::string_view>& cells,
               char delimiter) {
    if (evidence.rows++ == 0) {
        evidence.columns = cells.size();
        evidence.names = count_known_columns(cells);
    }
    evidence.fitting += cells.size() == evidence.columns ? 1 : 0;
    evidence.quoted += row.starts_with('"') || count_pairs(row, delimiter, '"') > 0 ? 1 : 0;
    evidence.loose += count_loose(row, delimiter);
    evidence.indented += cells.front().empty() ? 1 : 0;
}

Evidence evidence_for(std::string_view head, const CsvDialect& dialect) {
    Evidence evidence;
    HeadRows rows(head, dialect);
    for (std::size_t count = 0; count < most_rows && !rows.is_at_end(); ++count) {
        const std::string_view row = rows.next();
        if (row.empty()) break;
        const bool is_cut = rows.is_at_end() && !rows.is_whole();
        const bool is_file_end = is_cut && head.size() < whole_head_bytes;
        if (!rows.is_whole() && !(is_file_end && rows.finish())) continue;
        const std::vector<std::string_view> cells = rows.cells();
        if (!cells.empty()) count_row(evidence, row, cells, dialect.delimiter);
    }
    return evidence;
}

/// At least half of the rows after the first fit, or the first row is nothing but names.
bool is_named_table(const Evidence& evidence) {
    const bool is_header = evidence.names >= 3 && evidence.names == evidence.columns;
    return is_header || (evidence.names >= 2 && 2 * evidence.fitting >= evidence.rows + 1);
}

/// Without known names: prose has lines with as many commas too, but not many such lines on end.
bool is_regular_table(const Evidence& evidence, char delimiter) {
    if (evidence.rows < 2 || evidence.fitting < evidence.rows || evidence.columns < 2) return false;
    if (evidence.indented == evidence.rows) return false;
    if (evidence.quoted == evidence.rows || delimiter == '\t') return true;
    if (evidence.columns < 3) return false;
    if (delimiter == '|' || evidence.quoted + 1 >= evidence.rows) return true;
    const std::size_t all = evidence.rows * (evidence.columns - 1);
    return evidence.rows >= 4 && 4 * evidence.loose < all;
}

/// \" is in it, and the "" of the usual dialect is not, but as an empty cell.
bool has_backslash_escapes(std::string_view head, char delimiter, char line_end) {
    const auto ends_cell = [&](std::size_t at) {
        return at >= head.size() || head[at] == delimiter || head[at] == line_end ||
               head[at] == '\r';
    };
    bool has_escapes = false;
    for (std::size_t at = head.find('"', 1); at != head.npos && at + 1 < head.size();
         at = head.find('"', at + 1)) {
        has_escapes = has_escapes || (head[at - 1] == '\\' && !ends_cell(at + 1));
        if (head[at + 1] != '"') continue;
        const bool begins_cell = head[at - 1] == delimiter || head[at - 1] == line_end;
        if (!begins_cell && head[at - 1] != '\\' && head[at - 1] != '"') return false;
        ++at;
    }
    return has_escapes;
}

/// "sep=;" of spreadsheets; 0 where there is no such line.
char stated_delimiter(std::string_view first_line) {
    while (first_line.ends_with('\n') || first_line.ends_with('\r')) first_line.remove_suffix(1);
    return first_line.size() == 5 && first_line.starts_with("sep=") ? first_line[4] : '\0';
}

bool is_another_format(std::string_view head) {
    const std::size_t first = head.find_first_not_of(" \t\r\n");
    return first == head.npos ||
           std::string_view("<{[").find(head[first]) != std::string_view::npos ||
           !has_few_zero_bytes(head);
}

std::optional<CsvDialect> best_dialect(std::string_view head, CsvDialect dialect) {
    std::optional<CsvDialect> best;
    std::tuple<std::size_t, std::size_t> best_evidence;
    const std::string_view first =
        line_of(without_blank_lines(head, dialect.line_end), dialect.line_end);
    for (const char delimiter : delimiters) {
        if (first.find(delimiter) == first.npos) continue;
        dialect.delimiter = delimiter;
        dialect.has_backslash_escapes = has_backslash_escapes(head, delimiter, dialect.line_end);
        const Evidence evidence = evidence_for(head, dialect);
        if (!is_named_table(evidence) && !is_regular_table(evidence, delimiter)) continue;
        const std::tuple found{evidence.names, evidence.columns};
        if (best && found <= best_evidence) continue;
        best = dialect;
        best_evidence = found;
    }
    return best;
}

}  // namespace

std::optional<CsvDialect> csv_dialect(std::string_view head) {
    if (head.starts_with(byte_order_mark)) head.remove_prefix(byte_order_mark.size());
    if (is_another_format(head)) return std::nullopt;
    CsvDialect dialect;
    if (head.find('\n') == head.npos && head.find('\r') != head.npos) dialect.line_end = '\r';
    const std::string_view first = line_of(head, dialect.line_end);
    const char stated = stated_delimiter(first);
    if (stated == '\0') return best_dialect(head, dialect);
    dialect.has_delimiter_line = true;
    dialect.delimiter = stated;
    dialect.has_backslash_escapes =
        has_backslash_escapes(head.substr(first.size()), stated, dialect.line_end);
    return dialect;
}

}  // namespace dateline
