#include "corpus/html_tags.hpp"

#include "corpus/ascii.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace dateline {
namespace {

constexpr std::string_view white_space = " \t\r\n\f";

bool is_letter(char c) { return lower_ascii(c) >= 'a' && lower_ascii(c) <= 'z'; }

bool is_space(char c) { return white_space.find(c) != white_space.npos; }

/// Steps over one attribute with its value.
std::size_t skip_attribute(std::string_view html, std::size_t at) {
    at = html.find_first_of(" \t\r\n\f/>=", at + 1);  // a '=' may begin a name
    const std::size_t equals = std::min(html.find_first_not_of(white_space, at), html.size());
    if (equals == html.size() || html[equals] != '=') return std::min(at, html.size());
    const std::size_t value = html.find_first_not_of(white_space, equals + 1);
    if (value == html.npos) return html.size();
    if (html[value] == '"' || html[value] == '\'') {
        const std::size_t quote = html.find(html[value], value + 1);
        return quote == html.npos ? html.size() : quote + 1;
    }
    return std::min(html.find_first_of(" \t\r\n\f>", value), html.size());
}

constexpr std::array<std::string_view, 128> elements{
    "a",        "abbr",     "acronym",    "address", "applet",   "area",     "article",
    "aside",    "audio",    "b",          "base",    "basefont", "bdi",      "bdo",
    "big",      "blink",    "blockquote", "body",    "br",       "button",   "canvas",
    "caption",  "center",   "cite",       "code",    "col",      "colgroup", "data",
    "datalist", "dd",       "del",        "details", "dfn",      "dialog",   "dir",
    "div",      "dl",       "dt",         "em",      "embed",    "fieldset", "figcaption",
    "figure",   "font",     "footer",     "form",    "frame",    "frameset", "h1",
    "h2",       "h3",       "h4",         "h5",      "h6",       "head",     "header",
    "hgroup",   "hr",       "html",       "i",       "iframe",   "img",      "input",
    "ins",      "kbd",      "label",      "legend",  "li",       "link",     "main",
    "map",      "mark",     "marquee",    "menu",    "meta",     "meter",    "nav",
    "nobr",     "noframes", "noscript",   "object",  "ol",       "optgroup", "option",
    "output",   "p",        "param",      "picture", "pre",      "progress", "q",
    "rp",       "rt",       "ruby",       "s",       "samp",     "script",   "section",
    "select",   "small",    "source",     "span",    "strike",   "strong",   "style",
    "sub",      "summary",  "sup",        "svg",     "table",    "tbody",    "td",
    "template", "textarea", "tfoot",      "th",      "thead",    "time",     "title",
    "tr",       "track",    "tt",         "u",       "ul",       "var",      "video",
    "wbr",      "xmp"};
static_assert(std::is_sorted(elements.begin(), elements.end()));

}  // namespace

HtmlSourceTag html_tag_at(std::string_view html, std::size_t at) {
    HtmlSourceTag tag;
    std::size_t name = at + 1;
    tag.is_end_tag = name < html.size() && html[name] == '/';
    if (tag.is_end_tag) ++name;
    if (name >= html.size() || !is_letter(html[name])) return tag;
    std::size_t next = std::min(html.find_first_of(" \t\r\n\f/>", name), html.size());
    tag.name = html.substr(name, next - name);
    while (next < html.size() && html[next] != '>') {
        if (is_space(html[next]) || html[next] == '/') {
            ++next;
        } else {
            next = skip_attribute(html, next);
            ++tag.attributes;
        }
    }
    tag.end = std::min(next + 1, html.size());
    return tag;
}

bool is_html_name(std::string_view name, std::string_view lower_name) {
    return std::equal(name.begin(), name.end(), lower_name.begin(), lower_name.end(),
                      [](char a, char b) { return lower_ascii(a) == b; });
}

std::size_t find_end_tag(std::string_view html, std::string_view name, std::size_t at) {
    for (at = html.find("</", at); at != html.npos; at = html.find("</", at + 2)) {
        const std::string_view rest = html.substr(at + 2);
        if (rest.size() <= name.size() || !is_html_name(rest.substr(0, name.size()), name)) {
            continue;
        }
        const char next = rest[name.size()];
        if (is_space(next) || next == '/' || next == '>') return at;
    }
    return html.npos;
}

bool is_html_element(std::string_view name) {
    constexpr std::size_t longest_name = 10;
    if (name.size() > longest_name) return false;
    return std::binary_search(elements.begin(), elements.end(), lower_ascii(name));
}

}  // namespace dateline
