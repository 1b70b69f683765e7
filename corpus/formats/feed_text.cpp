#include "corpus/formats/feed_text.hpp"

#include "corpus/ascii.hpp"
#include "corpus/clean_text.hpp"
#include "corpus/formats/xml_article.hpp"
#include "corpus/formats/xml_base64.hpp"
#include "corpus/formats/xml_nodes.hpp"
#include "corpus/formats/xml_text.hpp"
#include "corpus/html_text.hpp"

#include <algorithm>
#include <cctype>

namespace dateline {
namespace {

std::string lower_attribute(XmlNode element, std::string_view name) {
    return lower_ascii(element.attribute(name));
}

bool is_html_type(std::string_view type) { return type.find("html") != type.npos; }

/// A media type that is no text is base64 in Atom (RFC 4287, section 4.1.3.3), and its text, if it
/// has any, most likely HTML.
bool is_base64(XmlNode element, std::string_view type) {
    if (lower_attribute(element, "mode") == "base64") return true;
    if (lower_attribute(element, "encoding") == "base64") return true;
    return type.find('/') != type.npos && !type.starts_with("text/") && !type.ends_with("xml") &&
           !is_html_type(type);
}

std::string html_if_marked(const std::string& text) {
    return has_markup(text) ? html_text(text) : text;
}

}  // namespace

std::string feed_text(XmlNode element, FeedDialect dialect) {
    const std::string type = lower_attribute(element, "type");
    if (has_child_elements(element)) return block_text(element);
    std::string text = inner_text(element);
    if (is_base64(element, type)) return html_if_marked(text_of_base64(text));
    if (is_html_type(type)) return text.find_first_of("<&") == text.npos ? text : html_text(text);
    const bool is_plain = dialect == FeedDialect::atom || type.starts_with("text");
    return is_plain ? text : html_if_marked(text);
}

std::string feed_person(XmlNode element) {
    if (const XmlNode name = find_element(element, "name")) {
        return name_beside_address(inner_text(name));
    }
    if (const XmlNode email = find_element(element, "email")) {
        return clean_line(inner_text(email));
    }
    return clean_byline(name_beside_address(inner_text(element)));
}

}  // namespace dateline
