#include "corpus/formats/mbox_messages.hpp"

#include "corpus/formats/mail_headers.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace dateline {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
/// As far as a postmark and the line below it are read.
constexpr std::size_t postmark_bytes = 2048;

std::uint64_t count_newlines(std::string_view text) {
    return static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n'));
}

bool is_after_blank(std::string_view text, std::size_t line) {
    const std::string_view before = text.substr(0, line);
    return line == 0 || before.ends_with("\n\n") || before.ends_with("\n\r\n");
}

/// Where the next message begins, `from` a place that is not its postmark; npos where none does.
std::size_t find_postmark(std::string_view text, std::size_t from) {
    constexpr std::string_view start = "\nFrom ";
    for (std::size_t at = text.find(start, from); at != text.npos; at = text.find(start, at + 1)) {
        const std::string_view line = text.substr(at + 1, postmark_bytes);
        if (is_postmark(line, is_after_blank(text, at + 1))) return at + 1;
    }
    return text.npos;
}

}  // namespace

MboxMessages::MboxMessages(ByteStream& stream, std::uint64_t max_record_bytes)
    : stream_(stream), max_record_bytes_(max_record_bytes) {
    if (stream_.peek(byte_order_mark.size()).starts_with(byte_order_mark))
        stream_.skip(byte_order_mark.size());
}

std::optional<MboxMessage> MboxMessages::next() {
    skip(last_bytes_);
    last_bytes_ = 0;
    const std::string_view start = stream_.peek(1);
    const std::size_t blank = std::min(start.find_first_not_of("\r\n"), start.size());
    skip(blank);
    if (stream_.peek(1).empty()) return std::nullopt;
    const std::optional<std::size_t> end = find_end(max_record_bytes_);
    if (!end) return pass_over_large();
    MboxMessage message;
    message.origin = origin();
    last_bytes_ = *end;
    const std::string_view all = stream_.peek(*end).substr(0, *end);
    begin_ = all.starts_with("From ") ? std::min(all.find('\n'), all.size() - 1) + 1 : 0;
    bytes_ = unescaped(all.substr(begin_));
    message.bytes = bytes_;
    return message;
}

Origin MboxMessages::origin() const {
    Origin origin;
    origin.offset = stream_.offset();
    origin.line = line_;
    return origin;
}

Origin MboxMessages::place_of(std::size_t byte) const {
    Origin place = origin();
    const auto before = std::upper_bound(escapes_.begin(), escapes_.end(), byte);
    place.offset += begin_ + byte + static_cast<std::uint64_t>(before - escapes_.begin());
    place.line += (begin_ > 0 ? 1 : 0) + count_newlines(bytes_.substr(0, byte));
    return place;
}

void MboxMessages::skip(std::size_t bytes) {
    line_ += count_newlines(stream_.peek(0).substr(0, bytes));
    stream_.skip(bytes);
}

/// Bytes of the message that begins here; nullopt where it has no end up to `longest`.
std::optional<std::size_t> MboxMessages::find_end(std::uint64_t longest) {
    // A postmark near the end of what is at hand may not be seen as one yet.
    for (std::size_t searched = 0; searched <= longest;) {
        const std::string_view at_hand = stream_.peek(searched + 2 * postmark_bytes);
        const bool is_last = at_hand.size() < searched + 2 * postmark_bytes;
        std::size_t end = find_postmark(at_hand, searched);
        if (end == at_hand.npos && is_last) end = at_hand.size();
        if (end != at_hand.npos) return end <= longest ? std::optional(end) : std::nullopt;
        searched = at_hand.size() - postmark_bytes;
    }
    return std::nullopt;
}

MboxMessage MboxMessages::pass_over_large() {
    MboxMessage message;
    message.origin = origin();
    message.problem = fmt::format("record of more than {} bytes, the limit", max_record_bytes_);
    for (;;) {
        const std::string_view at_hand = stream_.peek(2 * postmark_bytes);
        const std::size_t end = find_postmark(at_hand, 0);
        const bool is_last = at_hand.size() < 2 * postmark_bytes;
        if (end != at_hand.npos || is_last) {
            skip(std::min(end, at_hand.size()));
            return message;
        }
        skip(at_hand.size() - postmark_bytes);
    }
}

std::string_view MboxMessages::unescaped(std::string_view bytes) {
    escapes_.clear();
    text_.clear();
    std::size_t taken = 0;
    for (std::size_t at = bytes.find(">From "); at != bytes.npos;
         at = bytes.find(">From ", at + 1)) {
        const std::size_t line = bytes.find_last_not_of('>', at);
        if (line != bytes.npos && bytes[line] != '\n') continue;
        text_.append(bytes, taken, at - taken);
        escapes_.push_back(text_.size());
        taken = at + 1;
    }
    if (escapes_.empty()) return bytes;
    text_.append(bytes, taken);
    return text_;
}

}  // namespace dateline
