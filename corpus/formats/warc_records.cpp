#include "corpus/formats/warc_records.hpp"

#include "corpus/ascii.hpp"
#include "corpus/trimmed.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace dateline {
namespace {

constexpr std::size_t largest_header = 64UL << 10;
constexpr std::size_t version_bytes = 8;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string ends_within(std::uint64_t length) {
    return fmt::format("the file ends within the WARC record, or its Content-Length of {} is wrong",
                       length);
}

std::optional<std::uint64_t> number_of(std::string_view text) {
    std::uint64_t number = 0;
    const char* const end = text.data() + text.size();
    const auto [last, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc() || last != end || text.empty()) return std::nullopt;
    return number;
}

}  // namespace

HeaderFields::HeaderFields(std::string_view lines) {
    while (!lines.empty()) {
        const std::size_t end = std::min(lines.find('\n'), lines.size());
        const std::string_view line = lines.substr(0, end);
        lines.remove_prefix(std::min(end + 1, lines.size()));
        if ((line.starts_with(' ') || line.starts_with('\t')) && !fields_.empty()) {
            fields_.back().second += ' ';
            fields_.back().second += trimmed(line);
            continue;
        }
        const std::size_t colon = line.find(':');
        if (colon == line.npos) continue;
        fields_.emplace_back(lower_ascii(trimmed(line.substr(0, colon))),
                             trimmed(line.substr(colon + 1)));
    }
}

std::string_view HeaderFields::operator[](std::string_view name) const {
    const std::string lower = lower_ascii(name);
    for (const auto& [field, value] : fields_)
        if (field == lower) return value;
    return {};
}

bool begins_warc_record(std::string_view text) {
    return text.size() >= version_bytes && text.starts_with("WARC/") && is_digit(text[5]) &&
           text[6] == '.' && is_digit(text[7]);
}

WarcRecords::WarcRecords(ByteStream& stream, std::uint64_t max_record_bytes)
    : stream_(stream), max_record_bytes_(max_record_bytes) {}

Origin WarcRecords::origin() const {
    Origin origin;
    origin.offset = stream_.offset();
    origin.line = line_;
    origin.record = records_ + 1;
    return origin;
}

void WarcRecords::skip(std::size_t bytes) {
    const std::string_view text = stream_.peek(0).substr(0, bytes);
    line_ += static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n'));
    stream_.skip(bytes);
}

void WarcRecords::skip_blank_lines() {
    for (;;) {
        const std::string_view text = stream_.peek(1);
        const std::size_t size = std::min(text.find_first_not_of("\r\n"), text.size());
        if (size == 0) return;
        skip(size);
    }
}

bool WarcRecords::is_at_record() { return begins_warc_record(stream_.peek(version_bytes)); }

/// Goes to the next line that a record begins with, past the one at hand.
void WarcRecords::find_record() {
    for (bool is_line_start = false;;) {
        const std::string_view text = stream_.peek(version_bytes + 1);
        if (text.size() < version_bytes) {
            return skip(text.size());
        }
        if (is_line_start && begins_warc_record(text)) return;
        const std::size_t newline = text.find('\n');
        is_line_start = newline != text.npos;
        skip(is_line_start ? newline + 1 : text.size());
    }
}

/// Up to the empty line after the fields, with it.
std::optional<std::size_t> WarcRecords::header_size() {
    std::string_view text = stream_.peek(1);
    for (std::size_t at = 0;;) {
        const std::size_t newline = text.find('\n', at);
        if (newline != text.npos) {
            if (trimmed(text.substr(at, newline - at)).empty()) return newline + 1;
            at = newline + 1;
        } else {
            const std::size_t had = text.size();
            if (had >= largest_header) return std::nullopt;
            text = stream_.peek(had + 1);
            if (text.size() == had) return std::nullopt;
        }
    }
}

/// Whether a record may end after `end` bytes: two line ends follow, as the standard has it, the
/// next record, or the end of the file.
bool WarcRecords::leads_to_record(std::size_t end) {
    constexpr std::size_t most_line_ends = 8;
    const std::string_view text = stream_.peek(end + most_line_ends + version_bytes);
    if (text.size() < end) return false;
    std::string_view rest = text.substr(end);
    if (rest.starts_with("\r\n\r\n") || rest.starts_with("\n\n")) return true;
    const std::size_t line_ends = std::min(rest.find_first_not_of("\r\n"), rest.size());
    rest.remove_prefix(line_ends);
    return rest.empty() || begins_warc_record(rest);
}

/// False where the file has not so many.
bool WarcRecords::pass_over(std::uint64_t bytes) {
    while (bytes > 0) {
        const std::string_view text = stream_.peek(1);
        if (text.empty()) return false;
        const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(bytes, text.size()));
        skip(size);
        bytes -= size;
    }
    return true;
}

/// Known of a file that is not compressed.
bool WarcRecords::leads_out_of_file(std::uint64_t header, std::uint64_t length) const {
    const RandomAccess* const file = stream_.random_access();
    return file && length > file->size - std::min(file->size, stream_.offset() + header);
}

/// Where the length is right, what is in the record is not searched for records: it may be an
/// archive itself.
WarcRecord WarcRecords::pass_over_large(WarcRecord record, std::uint64_t header,
                                        std::uint64_t length) {
    if (leads_out_of_file(header, length)) {
        find_record();
        return give_up(std::move(record), ends_within(length));
    }
    std::string problem =
        fmt::format("record of {} bytes, over the limit of {}", length, max_record_bytes_);
    if (!pass_over(header) || !pass_over(length))
        problem += "; the file ends before it does, and all up to there is passed over";
    return give_up(std::move(record), std::move(problem));
}

WarcRecord WarcRecords::give_up(WarcRecord record, std::string problem) {
    record.problem = std::move(problem);
    ++records_;
    return record;
}

bool WarcRecords::resume() {
    last_bytes_ = 0;
    line_ += static_cast<std::uint64_t>(std::ranges::count(stream_.peek(0), '\n'));
    return stream_.resume();
}

std::optional<WarcRecord> WarcRecords::next() {
    skip(last_bytes_);
    last_bytes_ = 0;
    skip_blank_lines();
    WarcRecord record;
    record.origin = origin();
    if (stream_.peek(1).empty()) return std::nullopt;
    if (!is_at_record()) {
        find_record();
        return give_up(std::move(record), "no WARC record begins here: passed over to the next");
    }
    const std::optional<std::size_t> header = header_size();
    if (!header) {
        find_record();
        return give_up(std::move(record), "the fields of the WARC record have no end");
    }
    record.fields = HeaderFields(stream_.peek(*header).substr(0, *header));
    const std::optional<std::uint64_t> length = number_of(record.fields["Content-Length"]);
    if (!length) {
        find_record();
        return give_up(std::move(record), "a WARC record without Content-Length");
    }
    if (*length > max_record_bytes_) return pass_over_large(std::move(record), *header, *length);
    const std::size_t end = *header + static_cast<std::size_t>(*length);
    if (!leads_to_record(end)) {
        const bool ends_early = stream_.peek(end).size() < end;
        find_record();
        return give_up(std::move(record),
                       ends_early ? ends_within(*length)
                                  : fmt::format("damaged: the Content-Length of {} does not lead "
                                                "to the next WARC record",
                                                *length));
    }
    record.block = stream_.peek(end).substr(*header, static_cast<std::size_t>(*length));
    last_bytes_ = end;
    ++records_;
    return record;
}

}  // namespace dateline
