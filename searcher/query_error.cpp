#include "corpus/error.hpp"
#include "searcher/columns.hpp"
#include "searcher/query.hpp"
#include "searcher/render.hpp"

namespace dateline {

namespace {

// A long query is shown around the caret only, so that the caret stays under its byte in a terminal
// of 80 columns.
constexpr std::size_t columns_before = 50;
constexpr std::size_t columns_in_all = 76;
constexpr std::string_view ellipsis = "\u2026";

// The end of the text, of at most `columns`.
std::string ending(const std::string& text, std::size_t columns) {
    std::size_t width = display_width(text);
    if (width <= columns) return text;
    std::size_t begin = 0;
    while (width >= columns) {
        const std::size_t end = cluster_end(text, begin);
        width -= display_width(std::string_view(text).substr(begin, end - begin));
        begin = end;
    }
    return std::string(ellipsis) + text.substr(begin);
}

std::string beginning(const std::string& text, std::size_t columns) {
    if (display_width(text) <= columns) return text;
    std::size_t width = 0;
    std::size_t end = 0;
    while (true) {
        const std::size_t next = cluster_end(text, end);
        width += display_width(std::string_view(text).substr(end, next - end));
        if (width >= columns) return text.substr(0, end) + std::string(ellipsis);
        end = next;
    }
}

}  // namespace

void throw_query_error(std::string_view query, TextRange range, const std::string& message,
                       const std::string& hint) {
    const std::string before = ending(printable(query.substr(0, range.begin)), columns_before);
    const std::size_t column = display_width(before);
    const std::string after =
        beginning(printable(query.substr(range.begin)), columns_in_all - column);
    throw Error(ErrorKind::usage, message, hint,
                "  " + before + after + "\n  " + std::string(column, ' ') + "^");
}

}  // namespace dateline
