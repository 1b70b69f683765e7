#include "corpus/field_markup.hpp"

#include "corpus/html_text.hpp"

#include <algorithm>

namespace dateline {
namespace {

constexpr std::size_t longest_tag_bytes = 2000;

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

/// `rest` begins with '<'.
bool begins_with_certain_tag(std::string_view rest) {
    if (rest.size() < 3) return false;
    const bool is_closing = rest[1] == '/';
    if (!is_closing && !is_lower(rest[1])) return false;
    const std::string_view tag = rest.substr(0, longest_tag_bytes);
    const std::size_t end = tag.find('>');
    return end != tag.npos && has_markup(tag.substr(0, end + 1));
}

bool has_certain_tag(std::string_view text) {
    for (std::size_t at = text.find('<'); at != text.npos; at = text.find('<', at + 1))
        if (begins_with_certain_tag(text.substr(at))) return true;
    return false;
}

std::string with_tags_as_text(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        if (c == '<')
            escaped += "&lt;";
        else
            escaped += c;
    }
    return escaped;
}

bool has_entity(std::string_view text) {
    std::string without_tags(text);
    std::ranges::replace(without_tags, '<', ' ');
    return has_markup(without_tags);
}

}  // namespace

std::optional<std::string> without_markup(std::string_view text) {
    if (!has_markup(text)) return std::nullopt;
    if (has_certain_tag(text)) return html_text(text);
    if (!has_entity(text)) return std::nullopt;
    return html_text(with_tags_as_text(text));
}

}  // namespace dateline
