#include "corpus/formats/sgml_records.hpp"

#include "corpus/formats/sgml_tag.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace dateline {

/// The start or end tag of a record.
struct SgmlRecords::Mark {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool is_end = false;
};

namespace {

constexpr std::string_view blanks = " \t\r\n\f\x1A";
/// No start tag of a record is longer.
constexpr std::size_t longest_mark_bytes = 1024;

/// Where a text has a mark, or up to where it surely has none.
struct Scan {
    std::size_t at = 0;
    std::size_t end = 0;  ///< 0: no mark
    bool is_end = false;
};

enum class Verdict { other, mark, cut };

/// What stands at `text`, which begins with '<': `mark` with its size, or `cut` before one can
/// tell.
struct Judgement {
    Verdict verdict = Verdict::other;
    std::size_t size = 0;
    bool is_end = false;
};

Judgement judge(std::string_view text, std::string_view element) {
    const bool is_end = text.size() > 1 && text[1] == '/';
    const std::size_t name_begin = is_end ? 2 : 1;
    const std::string_view name = text.substr(std::min(name_begin, text.size()), element.size());
    if (!is_same_name(name, element.substr(0, name.size()))) return {};
    const std::size_t name_end = name_begin + element.size();
    if (text.size() <= name_end) return {Verdict::cut};
    if (std::string_view(" \t\r\n>").find(text[name_end]) == std::string_view::npos) return {};
    const std::size_t close = text.substr(0, longest_mark_bytes).find('>', name_end);
    if (close != text.npos) return {Verdict::mark, close + 1, is_end};
    return {text.size() < longest_mark_bytes ? Verdict::cut : Verdict::other};
}

Scan scan(std::string_view text, std::size_t from, std::string_view element) {
    for (std::size_t at = text.find('<', from); at != text.npos; at = text.find('<', at + 1)) {
        const Judgement judgement = judge(text.substr(at), element);
        if (judgement.verdict == Verdict::cut) return {at};
        if (judgement.verdict == Verdict::mark) return {at, at + judgement.size, judgement.is_end};
    }
    return {text.size()};
}

/// Anything but blanks, tags and comments.
bool holds_text(std::string_view text) {
    std::size_t at = 0;
    while (const auto tag = next_sgml_tag(text, at)) {
        if (text.substr(at, tag->begin - at).find_first_not_of(blanks) != text.npos) return true;
        at = tag->end;
    }
    return text.substr(at).find_first_not_of(blanks) != text.npos;
}

/// How much at the end of `text` may be a tag or comment whose end is not at hand.
std::size_t cut_tag_size(std::string_view text) {
    std::size_t at = 0;
    while (const auto tag = next_sgml_tag(text, at)) at = tag->end;
    const std::size_t begin = text.find('<', at);
    if (begin == text.npos || text.size() - begin >= longest_mark_bytes) return 0;
    return text.size() - begin;
}

}  // namespace

SgmlRecords::SgmlRecords(ByteStream& stream, std::string_view element,
                         std::uint64_t max_record_bytes)
    : stream_(stream), element_(element), max_record_bytes_(max_record_bytes) {
    if (stream_.peek(3).starts_with("\xEF\xBB\xBF")) stream_.skip(3);
}

Origin SgmlRecords::origin() const {
    Origin origin;
    origin.offset = stream_.offset();
    origin.line = line_;
    origin.record = records_ + 1;
    return origin;
}

void SgmlRecords::step(std::size_t bytes) {
    const std::string_view passed = stream_.peek(bytes).substr(0, bytes);
    line_ += static_cast<std::uint64_t>(std::count(passed.begin(), passed.end(), '\n'));
    stream_.skip(bytes);
}

std::optional<SgmlRecord> SgmlRecords::next() {
    step(last_bytes_);
    last_bytes_ = 0;
    if (auto stray = pass_over_text()) return stray;
    if (stream_.peek(1).empty()) return std::nullopt;
    return take_record();
}

/// Up to the next start tag. The text passed over, where there is any, is one record.
std::optional<SgmlRecord> SgmlRecords::pass_over_text() {
    std::optional<SgmlRecord> stray;
    std::size_t kept = 0;
    for (;;) {
        const std::optional<Mark> mark = find_mark(0, kept);
        const std::string_view text = stream_.peek(0);
        const bool is_rest = !mark && text.size() == kept;
        kept = mark || is_rest ? 0 : cut_tag_size(text);
        const std::size_t passed = !mark          ? text.size() - kept
                                   : mark->is_end ? mark->end
                                                  : mark->begin;
        if (!stray && holds_text(text.substr(0, passed))) {
            stray.emplace();
            stray->origin = origin();
            stray->is_stray_text = true;
        }
        step(passed);
        const bool is_at_start = mark && !mark->is_end;
        if (is_at_start || is_rest) return stray;
    }
}

/// The first mark at or after `from`. nullopt where there is none in the rest of the stream, or in
/// what is at hand and more than `limit` bytes are: then what is at hand cuts no mark.
std::optional<SgmlRecords::Mark> SgmlRecords::find_mark(std::size_t from, std::size_t limit) {
    std::string_view text = stream_.peek(from + 1);
    for (;;) {
        const Scan found = scan(text, from, element_);
        if (found.end > 0) return Mark{found.at, found.end, found.is_end};
        const std::size_t at_hand = text.size();
        if (at_hand > limit && found.at == at_hand) return std::nullopt;
        text = stream_.peek(at_hand + 1);
        if (text.size() == at_hand) return std::nullopt;
        from = found.at;
    }
}

SgmlRecord SgmlRecords::take_record() {
    SgmlRecord record;
    record.origin = origin();
    ++records_;
    const Mark start = find_mark(0, 0).value();
    const std::optional<Mark> end = find_mark(start.end, start.end + max_record_bytes_);
    const std::string_view text = stream_.peek(0);
    const std::size_t size = (end ? end->begin : text.size()) - start.end;
    if (size > max_record_bytes_) return give_up_large(std::move(record));
    record.is_closed = end && end->is_end;
    record.bytes = text.substr(start.end, size);
    record.attributes =
        text.substr(1 + element_.size(), start.end - start.begin - element_.size() - 2);
    last_bytes_ = record.is_closed ? end->end : start.end + size;
    return record;
}

SgmlRecord SgmlRecords::give_up_large(SgmlRecord record) {
    record.problem = fmt::format("record of more than {} bytes, the limit", max_record_bytes_);
    step(1);
    for (;;) {
        const std::optional<Mark> mark = find_mark(0, 0);
        const std::size_t at_hand = stream_.peek(0).size();
        step(!mark ? at_hand : mark->is_end ? mark->end : mark->begin);
        if (mark || stream_.peek(1).empty()) return record;
    }
}

bool begins_with_sgml_record(std::string_view head, std::string_view element) {
    if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
    for (;;) {
        const std::size_t at = head.find_first_not_of(blanks);
        const auto tag = next_sgml_tag(head, 0);
        if (at == head.npos || !tag || tag->begin != at) return false;
        if (is_same_name(tag->name, element)) return !tag->is_end;
        head.remove_prefix(tag->end);
    }
}

}  // namespace dateline
