#include "corpus/field_markup.hpp"

#include "corpus/ascii.hpp"
#include "corpus/html_tags.hpp"
#include "corpus/html_text.hpp"

#include <algorithm>
#include <set>

namespace dateline {
namespace {

constexpr std::size_t longest_tag_bytes = 2000;

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

/// `rest` begins with '<'. "If a<b and c>d" has an element's name, but words in place of
/// attributes.
bool begins_with_certain_tag(std::string_view rest) {
    if (rest.size() < 3) return false;
    const bool is_closing = rest[1] == '/';
    if (!is_closing && !is_lower(rest[1])) return false;
    std::string_view tag = rest.substr(0, longest_tag_bytes);
    const std::size_t end = tag.find('>');
    if (end == tag.npos) return false;
    tag = tag.substr(0, end + 1);
    const bool has_values = tag.find('=') != tag.npos;
    return (is_closing || has_values || html_tag_at(tag, 0).attributes == 0) && has_markup(tag);
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

/// Names of the end tags, in lower case.
std::set<std::string> closed_names(std::string_view html) {
    std::set<std::string> names;
    for (std::size_t at = html.find("</"); at != html.npos; at = html.find("</", at + 2))
        names.insert(lower_ascii(html_tag_at(html.substr(at, longest_tag_bytes), 0).name));
    return names;
}

/// A tag of HTML or, by its end tag, its attributes or its name, of other markup.
bool is_tag(const HtmlSourceTag& tag, std::string_view source,
            const std::set<std::string>& closed) {
    if (tag.is_end_tag || is_html_element(tag.name)) return true;
    if (tag.name.find('@') != tag.name.npos || tag.name.ends_with(':')) return false;
    const bool is_named_so = tag.name.find_first_of(":-") != tag.name.npos;
    return is_named_so || tag.attributes > 0 || source.ends_with("/>") ||
           closed.contains(lower_ascii(tag.name));
}

/// A code, an address in brackets beside tags becomes text, which a parser would take for an
/// element and drop.
std::string with_codes_as_text(std::string_view html) {
    const std::set<std::string> closed = closed_names(html);
    std::string escaped;
    std::size_t begin = 0;
    for (std::size_t at = html.find('<'); at != html.npos; at = html.find('<', at + 1)) {
        const std::string_view rest = html.substr(at, longest_tag_bytes);
        const HtmlSourceTag tag = html_tag_at(rest, 0);
        if (tag.name.empty() || is_tag(tag, rest.substr(0, tag.end), closed)) continue;
        escaped.append(html, begin, at - begin).append("&lt;");
        begin = at + 1;
    }
    return escaped.append(html, begin);
}

bool has_entity(std::string_view text) {
    std::string without_tags(text);
    std::ranges::replace(without_tags, '<', ' ');
    return has_markup(without_tags);
}

}  // namespace

std::optional<std::string> without_markup(std::string_view text) {
    if (!has_markup(text)) return std::nullopt;
    if (has_certain_tag(text)) return html_text(with_codes_as_text(text));
    if (!has_entity(text)) return std::nullopt;
    return html_text(with_tags_as_text(text));
}

}  // namespace dateline
