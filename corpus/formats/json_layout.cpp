#include "corpus/formats/json_layout.hpp"

#include "corpus/formats/json_envelope.hpp"
#include "corpus/formats/json_scanner.hpp"
#include "corpus/trimmed.hpp"

#include <algorithm>

namespace dateline {
namespace {

struct HeadLine {
    std::string_view text;  ///< trimmed
    std::string_view rest;  ///< what follows its newline
    bool is_cut = false;    ///< the head ends before the line does
};

/// The first line that is not blank.
HeadLine first_line(std::string_view head) {
    head.remove_prefix(std::min(head.find_first_not_of(json_blanks), head.size()));
    const std::size_t newline = head.find('\n');
    if (newline == head.npos) return {trimmed(head, json_blanks), {}, true};
    return {trimmed(head.substr(0, newline), json_blanks), head.substr(newline + 1), false};
}

/// Exactly one object, by its brackets.
bool is_whole_object(std::string_view line) {
    if (!line.starts_with('{')) return false;
    JsonScanner scanner;
    return scanner.scan(line) == line.size() && scanner.ended();
}

/// A long line that the head cuts short belongs to a file of lines, unless a second value begins
/// in it.
bool is_one_value_so_far(std::string_view line) {
    JsonScanner scanner;
    return scanner.scan(line) == line.size() || scanner.is_broken();
}

bool has_whole_object(std::string_view head, int lines) {
    for (; lines > 0 && !head.empty(); --lines) {
        const HeadLine line = first_line(head);
        if (is_whole_object(line.text)) return true;
        head = line.rest;
    }
    return false;
}

bool is_lines(std::string_view head) {
    const HeadLine first = first_line(head);
    // An envelope may be larger than a record, so that its records are to be read one by one.
    if (find_envelope_opening(first.text)) return false;
    if (first.is_cut) return is_one_value_so_far(first.text);
    if (is_whole_object(first.text)) return true;
    // The first record may be the broken one; but a value over several lines breaks after these.
    const bool goes_on = std::string_view("{[,:").find(first.text.back()) != std::string_view::npos;
    return !goes_on && has_whole_object(first.rest, 2);
}

/// Lines of JSON of which the first is something else. Pages, feeds and texts have a line of JSON
/// now and then, but not one after the other from the second on.
bool is_lines_behind_another(std::string_view head) {
    if (head.starts_with('<')) return false;
    std::size_t objects = 0;
    std::size_t others = 0;
    head = trimmed(first_line(head).rest, json_blanks);
    for (int left = 10; left > 0 && !head.empty(); --left) {
        const HeadLine line = first_line(head);
        const bool is_whole = is_whole_object(line.text);
        if (line.is_cut && !is_whole && line.text.starts_with('{')) break;
        ++(is_whole ? objects : others);
        head = trimmed(line.rest, json_blanks);
    }
    return objects > 0 && objects >= 2 * others;
}

}  // namespace

std::optional<JsonLayout> json_layout(std::string_view head) {
    if (head.starts_with(byte_order_mark)) head.remove_prefix(byte_order_mark.size());
    head = trimmed(head, json_blanks);
    if (head.empty()) return std::nullopt;
    if (head.front() == '[') {
        const std::string_view inside = trimmed(head.substr(1), json_blanks);
        const bool is_array = inside.empty() || inside.front() == '{' || inside == "]";
        return is_array ? std::optional(JsonLayout::values) : std::nullopt;
    }
    if (head.front() == '{') return is_lines(head) ? JsonLayout::lines : JsonLayout::values;
    return is_lines_behind_another(head) ? std::optional(JsonLayout::lines) : std::nullopt;
}

}  // namespace dateline
