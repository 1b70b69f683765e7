#include "corpus/formats/csv_rows.hpp"

#include "corpus/clean_text.hpp"
#include "corpus/encoding.hpp"
#include "corpus/error.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace dateline {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

constexpr std::uint64_t longest_attempt_bytes = 1UL << 20;

bool opens_quote(std::string_view cell) {
    return cell.starts_with('"') && (cell.size() == 1 || !cell.ends_with('"'));
}

}  // namespace

CsvRows::CsvRows(ByteStream& stream, const CsvDialect& dialect, std::uint64_t max_record_bytes)
    : stream_(stream), dialect_(dialect), max_record_bytes_(max_record_bytes), tokenizer_(dialect) {
    if (stream_.peek(byte_order_mark.size()).starts_with(byte_order_mark))
        stream_.skip(byte_order_mark.size());
    if (dialect_.has_delimiter_line) skip(line_from(0, max_record_bytes_).size());
}

std::optional<CsvRow> CsvRows::next() {
    skip(last_bytes_);
    last_bytes_ = 0;
    if (!skip_blank_lines()) return std::nullopt;
    const std::optional<std::size_t> size = scan(CsvQuoting::strict, max_record_bytes_);
    if (!size) return pass_over_large();
    if (state_ == CsvState::misquoted) return read_misquoted(*size);
    // A quote too many may have joined rows, down to the next one.
    const std::size_t line = line_from(0, *size).size();
    if (columns_ == 0 || line == *size || fits()) return take(CsvQuoting::strict, *size);
    if (is_row_of_one_line(line)) return take(CsvQuoting::none, line);
    scan(CsvQuoting::strict, max_record_bytes_);
    return take(CsvQuoting::strict, *size);
}

Origin CsvRows::origin() const {
    Origin origin;
    origin.offset = stream_.offset();
    origin.line = line_;
    return origin;
}

void CsvRows::skip(std::size_t bytes) {
    const std::string_view skipped = stream_.peek(0).substr(0, bytes);
    line_ +=
        static_cast<std::uint64_t>(std::count(skipped.begin(), skipped.end(), dialect_.line_end));
    stream_.skip(bytes);
}

/// To the beginning of a line. False at the end of the stream.
bool CsvRows::skip_blank_lines() {
    const std::string_view blanks = dialect_.delimiter == '\t' ? " \r\n" : " \t\r\n";
    for (std::string_view at_hand = stream_.peek(1); !at_hand.empty(); at_hand = stream_.peek(1)) {
        const std::size_t end = at_hand.find_first_not_of(blanks);
        if (end != at_hand.npos) {
            skip(at_hand.substr(0, end).rfind(dialect_.line_end) + 1);
            return true;
        }
        skip(at_hand.size());
    }
    return false;
}

/// The line that begins `begin` bytes from here, with its line end; empty at the end of the
/// stream. Its end is looked for up to `longest` bytes from here.
std::string_view CsvRows::line_from(std::size_t begin, std::uint64_t longest) {
    std::size_t searched = begin;
    for (std::string_view at_hand = stream_.peek(begin + 1);;) {
        const std::size_t end = at_hand.find(dialect_.line_end, searched);
        if (end != at_hand.npos) return at_hand.substr(begin, end + 1 - begin);
        if (at_hand.size() > longest) return at_hand.substr(begin);
        searched = at_hand.size();
        at_hand = stream_.peek(searched + 1);
        if (at_hand.size() == searched) return at_hand.substr(begin);
    }
}

/// Bytes of the row that begins `begin` bytes from here; nullopt where it has no end up to
/// `longest` bytes from here.
std::optional<std::size_t> CsvRows::scan(CsvQuoting quoting, std::uint64_t longest,
                                         std::size_t begin) {
    tokenizer_.begin(quoting);
    state_ = CsvState::open;
    std::size_t end = begin;
    while (state_ == CsvState::open) {
        const std::string_view line = line_from(end, longest);
        end += line.size();
        if (end > longest) return std::nullopt;
        state_ = line.empty() ? tokenizer_.finish() : tokenizer_.feed(line);
        if (line.empty()) break;
    }
    return end - begin;
}

/// scan of what may be a row, up to the end of a row. Quotes that match nowhere would lead from
/// each row far away, so attempts have to be few, seen against the bytes of the file.
bool CsvRows::attempt(CsvQuoting quoting, std::size_t begin) {
    constexpr std::uint64_t attempts_a_byte = 4;
    if (attempted_bytes_ > attempts_a_byte * (stream_.offset() + longest_attempt_bytes))
        return false;
    const std::uint64_t longest = std::min(max_record_bytes_, begin + longest_attempt_bytes);
    const std::optional<std::size_t> size = scan(quoting, longest, begin);
    attempted_ = size.value_or(longest - begin);
    attempted_bytes_ += attempted_;
    return size && state_ == CsvState::ended && fits();
}

bool CsvRows::fits() const {
    const std::size_t cells = tokenizer_.cells().size();
    return columns_ == 0 ? cells > 1 : cells == columns_;
}

/// The line of `size` bytes is a row if its quotes are text. A quote that opens the last cell says
/// otherwise, unless a row begins right after the line.
bool CsvRows::is_row_of_one_line(std::size_t size) {
    const bool is_row_next = attempt(CsvQuoting::strict, size);
    if (!scan(CsvQuoting::none, size) || state_ != CsvState::ended || !fits()) return false;
    return is_row_next || !opens_quote(tokenizer_.cells().back());
}

/// `size`: of all that strict quoting has seen.
CsvRow CsvRows::read_misquoted(std::size_t size) {
    const std::size_t line = line_from(0, size).size();
    const bool is_at_end = stream_.peek(size + 1).size() == size;
    if (scan(CsvQuoting::loose, line) && state_ == CsvState::ended && fits())
        return take(CsvQuoting::loose, line);
    // Lines of a text that has commas are taken for rows of two columns too easily.
    const bool is_sure = columns_ > 2 || dialect_.delimiter == '\t';
    if ((is_sure || !is_at_end) && is_row_of_one_line(line)) return take(CsvQuoting::none, line);
    if (attempt(CsvQuoting::loose, 0)) return take(CsvQuoting::loose, attempted_);
    if (scan(CsvQuoting::loose, line) && state_ == CsvState::ended)
        return take(CsvQuoting::loose, line);
    if (is_at_end) return give_up("the file ends inside quotes", is_sure ? line : size);
    return give_up("quotes that do not match", line);
}

CsvRow CsvRows::take(CsvQuoting quoting, std::size_t size) {
    CsvRow row;
    row.origin = origin();
    last_bytes_ = size;
    if (first_invalid_utf8(stream_.peek(size).substr(0, size))) {
        const std::string_view guess = charset();
        tokenize(quoting, decode_text(stream_.peek(size).substr(0, size), guess).text);
    }
    row.cells = tokenizer_.cells();
    return row;
}

CsvRow CsvRows::give_up(std::string problem, std::size_t size) {
    CsvRow row;
    row.origin = origin();
    row.problem = std::move(problem);
    row.is_fragment = true;
    last_bytes_ = size;
    return row;
}

/// To the end of the row, by its quotes, without keeping it.
CsvRow CsvRows::pass_over_large() {
    CsvRow row =
        give_up(fmt::format("record of more than {} bytes, the limit", max_record_bytes_), 0);
    row.is_fragment = false;
    bool is_quoted = false;
    for (std::string_view at_hand = stream_.peek(1); !at_hand.empty(); at_hand = stream_.peek(1)) {
        for (std::size_t at = 0; at < at_hand.size(); ++at) {
            if (at_hand[at] == '"') is_quoted = !is_quoted;
            if (at_hand[at] != dialect_.line_end || is_quoted) continue;
            skip(at + 1);
            return row;
        }
        skip(at_hand.size());
    }
    if (is_quoted) row.problem += "; the rest of the file is passed over";
    return row;
}

void CsvRows::tokenize(CsvQuoting quoting, std::string_view text) {
    tokenizer_.begin(quoting);
    state_ = CsvState::open;
    while (!text.empty() && state_ == CsvState::open) {
        const std::size_t end = text.find(dialect_.line_end);
        const std::string_view line = text.substr(0, end == text.npos ? end : end + 1);
        state_ = tokenizer_.feed(line);
        text.remove_prefix(line.size());
    }
    if (state_ == CsvState::open) tokenizer_.finish();
}

/// What the first rows that are not UTF-8 are together: one row may be too little to tell.
std::string_view CsvRows::charset() {
    constexpr std::size_t sample_bytes = 64UL << 10;
    if (charset_) return *charset_;
    std::string_view sample;
    try {
        sample = stream_.peek(sample_bytes).substr(0, sample_bytes);
    } catch (const Error&) {
        sample = stream_.peek(0);
    }
    charset_ = decode_text(sample).charset;
    return *charset_;
}

}  // namespace dateline
