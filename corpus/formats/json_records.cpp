#include "corpus/formats/json_records.hpp"

#include "corpus/error.hpp"
#include "corpus/formats/json_envelope.hpp"
#include "corpus/formats/json_layout.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace dateline {
namespace {

constexpr std::size_t longest_indent_bytes = 256;

/// After so many values that have no end nothing of a file can be told.
constexpr std::size_t most_endless_values = 64;

/// So many envelopes inside of each other are opened: no one has use for more.
constexpr std::size_t most_envelopes = 3;

std::size_t count_newlines(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = text.find('\n'); at != text.npos; at = text.find('\n', at + 1)) ++count;
    return count;
}

std::string too_large(std::uint64_t max_record_bytes) {
    return fmt::format("record of more than {} bytes, the limit", max_record_bytes);
}

std::size_t leading_blanks(std::string_view text) {
    return std::min(text.find_first_not_of(json_blanks), text.size());
}

}  // namespace

JsonCursor::JsonCursor(ByteStream& stream) : stream_(stream) {
    if (stream_.peek(1).starts_with(byte_order_mark.front()) &&
        stream_.peek(byte_order_mark.size()).starts_with(byte_order_mark)) {
        stream_.skip(byte_order_mark.size());
    }
}

void JsonCursor::skip(std::size_t bytes) {
    line_ += count_newlines(stream_.peek(0).substr(0, bytes));
    stream_.skip(bytes);
}

Origin JsonCursor::origin() const {
    Origin origin;
    origin.offset = stream_.offset();
    origin.line = line_;
    origin.record = records_ + 1;
    return origin;
}

JsonRecord JsonCursor::take(std::size_t size, bool may_be_alone) {
    JsonRecord record;
    record.origin = origin();
    ++records_;
    if (may_be_alone && records_ == 1 && ends_after(size)) record.origin.record = 0;
    const std::string_view at_hand = stream_.peek(0);
    record.bytes = at_hand.substr(0, size);
    record.readable_bytes = at_hand.size();
    return record;
}

JsonRecord JsonCursor::give_up(std::string problem) {
    JsonRecord record;
    record.origin = origin();
    record.problem = std::move(problem);
    ++records_;
    return record;
}

bool JsonCursor::ends_after(std::size_t size) {
    try {
        for (std::string_view at_hand = stream_.peek(size);;) {
            if (at_hand.find_first_not_of(json_blanks, size) != at_hand.npos) return false;
            const std::string_view more = stream_.peek(at_hand.size() + 1);
            if (more.size() == at_hand.size()) return true;
            at_hand = more;
        }
    } catch (const Error&) {
        return false;  // the stream fails again when the record after this one is asked for
    }
}

JsonLines::JsonLines(ByteStream& stream, std::uint64_t max_record_bytes)
    : cursor_(stream), max_record_bytes_(max_record_bytes) {}

std::optional<JsonRecord> JsonLines::next() {
    cursor_.skip(last_bytes_);
    last_bytes_ = 0;
    ByteStream& stream = cursor_.stream();
    std::size_t searched = 0;
    for (std::string_view at_hand = stream.peek(1); !at_hand.empty();) {
        std::size_t end = at_hand.find('\n', searched);
        if (end == at_hand.npos) {
            if (at_hand.size() > max_record_bytes_) return pass_over_large();
            searched = at_hand.size();
            at_hand = stream.peek(searched + 1);
            if (at_hand.size() > searched) continue;
            end = searched;
        }
        const std::string_view line = at_hand.substr(0, end);
        const std::size_t begin = leading_blanks(line);
        if (end - begin > max_record_bytes_) return pass_over_large();
        if (begin < end) {
            cursor_.skip(begin);
            last_bytes_ = end - begin;
            return cursor_.take(last_bytes_, true);
        }
        cursor_.skip(std::min(end + 1, at_hand.size()));
        searched = 0;
        at_hand = stream.peek(1);
    }
    return std::nullopt;
}

JsonRecord JsonLines::pass_over_large() {
    JsonRecord record = cursor_.give_up(too_large(max_record_bytes_));
    ByteStream& stream = cursor_.stream();
    for (std::string_view at_hand = stream.peek(1); !at_hand.empty(); at_hand = stream.peek(1)) {
        const std::size_t newline = at_hand.find('\n');
        cursor_.skip(std::min(newline, at_hand.size()));
        if (newline != at_hand.npos) break;
    }
    return record;
}

JsonValues::JsonValues(ByteStream& stream, std::uint64_t max_record_bytes)
    : cursor_(stream), max_record_bytes_(max_record_bytes) {}

std::optional<JsonRecord> JsonValues::next() {
    cursor_.skip(last_bytes_);
    if (last_bytes_ > 0) indent_.reset();
    last_bytes_ = 0;
    if (!skip_separators()) {
        if (open_arrays_ == 0 && envelopes_.empty()) return std::nullopt;
        open_arrays_ = 0;
        envelopes_.clear();
        return cursor_.give_up("not valid JSON: the file ends before its array does");
    }
    const char first = cursor_.stream().peek(1).front();
    return first == '{' || first == '"' ? take_value() : take_scalar();
}

/// To the beginning of a value. False at the end of the stream.
bool JsonValues::skip_separators() {
    ByteStream& stream = cursor_.stream();
    for (std::string_view at_hand = stream.peek(1); !at_hand.empty(); at_hand = stream.peek(1)) {
        std::size_t at = 0;
        for (; at < at_hand.size(); ++at) {
            const char c = at_hand[at];
            if (c == '\n') {
                indent_ = "";
            } else if (c == '[') {
                ++open_arrays_;
                has_array_ = true;
            } else if (c == ']' && open_arrays_ > 0) {
                --open_arrays_;
                if (!envelopes_.empty() && envelopes_.back().arrays == open_arrays_) {
                    cursor_.skip(at + 1);
                    if (!leave_envelope()) return false;
                    at_hand = stream.peek(1);
                    at = 0;
                    break;
                }
            } else if (json_blanks.find(c) != json_blanks.npos) {
                if (indent_ && indent_->size() < longest_indent_bytes) *indent_ += c;
            } else if (c != ',') {
                cursor_.skip(at);
                return true;
            }
        }
        cursor_.skip(at);
    }
    return false;
}

JsonValues::Scan JsonValues::scan_value() {
    ByteStream& stream = cursor_.stream();
    Scan scan;
    std::string_view at_hand = stream.peek(1);
    scan.end = scan.scanner.scan(at_hand);
    while (!scan.scanner.ended() && !scan.scanner.is_broken() && scan.end <= max_record_bytes_) {
        at_hand = stream.peek(scan.end + 1);
        if (at_hand.size() == scan.end) {
            scan.problem = "not valid JSON: it has no end";
            scan.is_endless = true;
            return scan;
        }
        scan.end += scan.scanner.scan(at_hand.substr(scan.end));
    }
    if (scan.scanner.is_broken()) scan.problem = "not valid JSON: a newline inside a string";
    return scan;
}

JsonRecord JsonValues::take_value() {
    Scan scan;
    try {
        scan = scan_value();
    } catch (const Error&) {
        // The stream ends too early, but the records up to there are at hand.
        if (open_envelope_in(cursor_.stream().peek(0))) return *next();
        throw;
    }
    const bool is_large = scan.end > max_record_bytes_;
    if (scan.problem.empty() && !is_large) {
        last_bytes_ = scan.end;
        return cursor_.take(scan.end, !has_array_);
    }
    if (open_envelope_in(cursor_.stream().peek(0))) return *next();
    if (!scan.problem.empty()) return give_up_value(std::move(scan));
    return pass_over_large(scan.scanner, scan.end);
}

/// A number, true, false, null, or what is not JSON at all.
JsonRecord JsonValues::take_scalar() {
    constexpr std::size_t longest_scalar_bytes = 64;
    const std::string_view text = cursor_.stream().peek(longest_scalar_bytes);
    const std::size_t end = text.find_first_of(",[]{}\" \t\r\n", 1);
    last_bytes_ = std::min({end, text.size(), longest_scalar_bytes});
    return cursor_.take(last_bytes_, false);
}

JsonRecord JsonValues::give_up_value(Scan scan) {
    JsonRecord record = cursor_.give_up(std::move(scan.problem));
    // Each was looked for as far as the file goes: without a limit a line "[" or "{" after the
    // other would cost the square of the file's length.
    endless_values_ += scan.is_endless ? 1 : 0;
    if (endless_values_ == most_endless_values) indent_.reset();
    if (!find_line_like_last()) record.problem += "; the rest of the file is passed over";
    return record;
}

/// `scanned`: bytes that the scanner has seen.
JsonRecord JsonValues::pass_over_large(JsonScanner scanner, std::size_t scanned) {
    JsonRecord record = cursor_.give_up(too_large(max_record_bytes_));
    ByteStream& stream = cursor_.stream();
    cursor_.skip(scanned);
    while (!scanner.ended() && !scanner.is_broken() && !stream.peek(1).empty()) {
        cursor_.skip(scanner.scan(stream.peek(1)));
    }
    indent_.reset();
    return record;
}

bool JsonValues::open_envelope() {
    if (!open_envelope_in(cursor_.stream().peek(last_bytes_).substr(0, last_bytes_))) return false;
    cursor_.recount_last(0);
    return true;
}

bool JsonValues::open_envelope_in(std::string_view head) {
    if (envelopes_.size() == most_envelopes) return false;
    const std::optional<EnvelopeOpening> opening = find_envelope_opening(head);
    if (!opening) return false;
    cursor_.skip(opening->array);
    last_bytes_ = 0;
    envelopes_.push_back({open_arrays_, opening->objects});
    return true;
}

/// To behind the objects around the array that was left. False at the end of the stream.
bool JsonValues::leave_envelope() {
    ByteStream& stream = cursor_.stream();
    JsonScanner scanner(envelopes_.back().objects);
    while (!scanner.ended() && !scanner.is_broken()) {
        const std::string_view at_hand = stream.peek(1);
        if (at_hand.empty()) return false;
        cursor_.skip(scanner.scan(at_hand));
    }
    envelopes_.pop_back();
    return true;
}

bool JsonValues::recover() {
    ByteStream& stream = cursor_.stream();
    std::string_view at_hand = stream.peek(last_bytes_ + 1);
    std::size_t next = at_hand.find_first_not_of(json_blanks, last_bytes_);
    while (next == at_hand.npos) {
        const std::size_t size = at_hand.size();
        at_hand = stream.peek(size + 1);
        if (at_hand.size() == size) break;
        next = at_hand.find_first_not_of(json_blanks, size);
    }
    const bool is_last = next == at_hand.npos;
    // The brackets found an end; where a separator follows, it was the right one.
    const bool looks_whole = at_hand.front() == '{' && at_hand[last_bytes_ - 1] == '}';
    if (looks_whole && !is_last && std::string_view(",]{").find(at_hand[next]) != at_hand.npos) {
        return true;
    }
    last_bytes_ = 0;
    return find_line_like_last() || is_last;
}

bool JsonValues::find_line_like_last() {
    ByteStream& stream = cursor_.stream();
    const std::string start = "\n" + indent_.value_or("") + "{";
    for (;;) {
        const std::string_view at_hand = stream.peek(start.size());
        const std::size_t found = indent_ ? at_hand.find(start) : at_hand.npos;
        if (found != at_hand.npos) {
            cursor_.skip(found);
            return true;
        }
        if (at_hand.size() < start.size()) {
            cursor_.skip(at_hand.size());
            open_arrays_ = 0;
            envelopes_.clear();
            return false;
        }
        cursor_.skip(at_hand.size() - start.size() + 1);
    }
}

}  // namespace dateline
