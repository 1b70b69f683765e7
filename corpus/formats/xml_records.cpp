#include "corpus/formats/xml_records.hpp"

#include "corpus/error.hpp"
#include "corpus/formats/xml_root.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace dateline {
namespace {

// An article has hundreds of elements, some levels deep. What has more would cost memory, or the
// stack, out of all proportion to its size.
constexpr std::size_t deepest_element = 200;
constexpr std::size_t most_markup = 1'000'000;

constexpr std::size_t window_bytes = 64UL << 10;

std::string ends_before(std::string_view name) {
    return fmt::format("the file ends before </{}>", name);
}

/// Elements of HTML whose end tag is often left out.
bool may_be_unclosed(std::string_view name) {
    constexpr std::array<std::string_view, 5> names{"p", "br", "li", "img", "hr"};
    return std::any_of(names.begin(), names.end(),
                       [&](std::string_view known) { return is_same_xml_name(known, name); });
}

/// Follows the tags of one element up to its end.
class ElementFollower {
  public:
    enum class Place : std::uint8_t { inside, ended, unclosed };

    ElementFollower(std::string name, std::string_view root)
        : name_(std::move(name)), root_(root) {}

    /// It is unclosed where its document ends, or the next such element begins directly in it.
    Place follow(const XmlMark& mark) {
        const bool is_namesake = mark.name == name_;
        markup_ += 1 + mark.quoted_values;
        if (mark.kind == XmlMarkup::declaration) return Place::unclosed;
        if (mark.kind == XmlMarkup::start_tag) {
            if (is_namesake && depth_ == 1) return Place::unclosed;
            if (is_namesake) ++namesakes_;
            if (!may_be_unclosed(mark.name)) deepest_ = std::max(deepest_, ++depth_);
        } else if (mark.kind == XmlMarkup::end_tag) {
            if (!root_.empty() && mark.name == root_) return Place::unclosed;
            if (is_namesake && --namesakes_ == 0) return Place::ended;
            if (depth_ > 1 && !may_be_unclosed(mark.name)) --depth_;
        }
        return Place::inside;
    }

    const std::string& name() const { return name_; }
    /// Empty, or why the element is not to be parsed.
    std::string problem() const {
        if (deepest_ > deepest_element) {
            return fmt::format("elements nested more than {} deep", deepest_element);
        }
        if (markup_ <= most_markup) return {};
        return fmt::format("more than {} elements and attributes", most_markup);
    }

  private:
    std::string name_;
    std::string_view root_;
    std::size_t depth_ = 1;
    std::size_t deepest_ = 1;
    std::size_t namesakes_ = 1;
    std::size_t markup_ = 0;
};

}  // namespace

/// How far a record reaches.
struct XmlRecords::Extent {
    std::size_t bytes = 0;
    std::string problem{};
};

XmlRecords::XmlRecords(ByteStream& stream, std::uint64_t max_record_bytes, IsXmlRecord is_record)
    : stream_(stream), max_record_bytes_(max_record_bytes), is_record_(is_record) {}

std::string_view XmlRecords::view(std::size_t wanted) { return stream_.peek(wanted); }

void XmlRecords::skip(std::size_t bytes) {
    const std::string_view passed = stream_.peek(0).substr(0, bytes);
    line_ += static_cast<std::uint64_t>(std::count(passed.begin(), passed.end(), '\n'));
    stream_.skip(bytes);
}

Origin XmlRecords::origin() const {
    Origin origin;
    origin.offset = stream_.offset();
    origin.line = line_;
    origin.record = records_ + 1;
    return origin;
}

std::optional<XmlRecord> XmlRecords::next() {
    skip(last_bytes_);
    last_bytes_ = 0;
    while (!has_ended_) {
        const XmlMark mark = next_mark();
        if (mark.kind == XmlMarkup::none || mark.kind == XmlMarkup::partial) return at_end(mark);
        const bool is_tag = mark.kind == XmlMarkup::start_tag || mark.kind == XmlMarkup::empty_tag;
        if (is_tag && is_record_(xml_local_name(mark.name))) return take(mark);
        note_outside(mark);
        skip(mark.end);
    }
    return std::nullopt;
}

/// The next mark, with all before it stepped over: it begins at 0. `partial` where the stream ends
/// within it, or where it is larger than any record may be.
XmlMark XmlRecords::next_mark() {
    for (std::size_t wanted = window_bytes;;) {
        const std::string_view text = view(wanted);
        const bool is_whole = text.size() < wanted;
        const XmlMark mark = next_xml_mark(text, 0);
        if (mark.begin > 0) {
            skip(mark.begin);
        } else if (mark.kind != XmlMarkup::partial || is_whole || wanted > max_record_bytes_) {
            return mark;
        } else {
            wanted = std::max(2 * wanted, text.size() + 1);
        }
        if (mark.kind == XmlMarkup::none && is_whole) return mark;
    }
}

void XmlRecords::note_outside(const XmlMark& mark) {
    if (mark.kind == XmlMarkup::declaration) charset_ = xml_encoding(view(mark.end));
    const bool is_start = mark.kind == XmlMarkup::start_tag;
    if (is_start && root_.empty() && may_be_xml_root(mark.name)) root_ = mark.name;
    if (mark.kind != XmlMarkup::end_tag || mark.name != root_) return;
    root_.clear();
    ++document_;
}

/// A file that ends within its root element, or within markup, has lost something.
std::optional<XmlRecord> XmlRecords::at_end(const XmlMark& mark) {
    has_ended_ = true;
    if (mark.end > max_record_bytes_) return give_up(mark.end, too_large());
    if (root_.empty()) return std::nullopt;
    return give_up(view(0).size(), ends_before(root_));
}

XmlRecord XmlRecords::take(const XmlMark& opening) {
    Extent extent = measure(opening);
    if (!extent.problem.empty()) return give_up(extent.bytes, std::move(extent.problem));
    XmlRecord record;
    record.origin = origin();
    if (records_ == 0 && root_.empty() && is_alone(extent.bytes)) record.origin.record = 0;
    ++records_;
    last_bytes_ = extent.bytes;
    record.bytes = view(extent.bytes).substr(0, extent.bytes);
    record.name = next_xml_mark(record.bytes, 0).name;
    record.charset = charset_;
    record.document = document_;
    return record;
}

XmlRecords::Extent XmlRecords::measure(const XmlMark& opening) {
    if (opening.kind == XmlMarkup::empty_tag) return {opening.end};
    ElementFollower element(std::string(opening.name), root_);
    std::size_t at = opening.end;
    for (std::size_t wanted = window_bytes;;) {
        const std::string_view text = view(wanted);
        const XmlMark mark = next_xml_mark(text, at);
        if (mark.kind == XmlMarkup::none || mark.kind == XmlMarkup::partial) {
            has_ended_ = text.size() < wanted;
            if (text.size() > max_record_bytes_) {
                has_ended_ = false;
                return {std::min<std::size_t>(at, max_record_bytes_) + 1, too_large()};
            }
            if (has_ended_) return {text.size(), ends_before(element.name())};
            at = mark.begin;
            wanted = std::min<std::size_t>(2 * wanted, max_record_bytes_ + 1);
            continue;
        }
        const ElementFollower::Place place = element.follow(mark);
        if (place == ElementFollower::Place::unclosed) {
            return {mark.begin,
                    fmt::format("not well-formed XML: <{}> is not closed", element.name())};
        }
        if (mark.end > max_record_bytes_) return {at, too_large()};
        at = mark.end;
        if (place == ElementFollower::Place::ended) return {at, element.problem()};
    }
}

std::string XmlRecords::too_large() const {
    return fmt::format("record of more than {} bytes, the limit", max_record_bytes_);
}

XmlRecord XmlRecords::give_up(std::size_t bytes, std::string problem) {
    XmlRecord record;
    record.origin = origin();
    record.problem = std::move(problem);
    ++records_;
    last_bytes_ = bytes;
    return record;
}

/// Nothing but white space comes after the record.
bool XmlRecords::is_alone(std::size_t bytes) {
    try {
        const std::string_view text = view(bytes + window_bytes);
        return text.size() < bytes + window_bytes &&
               next_xml_mark(text, bytes).kind == XmlMarkup::none;
    } catch (const Error&) {
        return false;  // the stream fails again when the record after this one is asked for
    }
}

}  // namespace dateline
