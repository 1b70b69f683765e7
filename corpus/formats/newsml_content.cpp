#include "corpus/formats/newsml_content.hpp"

#include "corpus/clean_text.hpp"
#include "corpus/formats/nitf.hpp"
#include "corpus/formats/xml_base64.hpp"
#include "corpus/formats/xml_nodes.hpp"
#include "corpus/formats/xml_text.hpp"
#include "corpus/html_text.hpp"
#include "corpus/language_code.hpp"

namespace dateline {
namespace {

/// Events and the like are XML inline as well, and no text.
bool is_text_markup(XmlNode root) {
    for (const std::string_view name : {"html", "body", "div", "p", "article", "section", "text"})
        if (is_element(root, name)) return true;
    return false;
}

Article xhtml_article(XmlNode root) {
    Article article;
    const XmlNode body = is_element(root, "html") ? child_named(root, "body") : root;
    article.headline = clean_line(inner_text(node_at(root, {"head", "title"})));
    article.body = clean_body(block_text(body));
    article.language = language_code(root.attribute("lang"));
    return article;
}

Article inline_article(XmlNode inline_xml, const DateOptions& dates) {
    if (const XmlNode nitf = child_named(inline_xml, "nitf")) {
        XmlReading reading = read_nitf(nitf, dates);
        return reading.article ? std::move(*reading.article) : Article();
    }
    Article article;
    for (const XmlNode root : inline_xml) {
        if (!root.is_element() || !is_text_markup(root)) continue;
        if (is_element(root, "html")) return xhtml_article(root);
        article = xhtml_article(inline_xml);  // paragraphs without a document around them
        break;
    }
    return article;
}

std::string inline_text(XmlNode inline_data) {
    const std::string_view type = inline_data.attribute("contenttype");
    const bool is_text = type.empty() || type.starts_with("text/") || type.ends_with("+xml");
    if (!is_text) return {};
    if (has_child_elements(inline_data)) return clean_body(block_text(inline_data));
    std::string text = inner_text(inline_data);
    if (!inline_data.attribute("encoding").empty()) text = text_of_base64(text);
    const bool is_html = type.find("html") != type.npos || (type.empty() && has_markup(text));
    return clean_body(is_html ? html_text(text) : text);
}

}  // namespace

Article read_inline_content(XmlNode holder, const DateOptions& dates) {
    Article article = inline_article(holder, dates);
    if (article.body.empty()) article.body = inline_text(holder);
    return article;
}

NewsmlContent read_newsml_content(XmlNode content_set, const DateOptions& dates) {
    NewsmlContent content;
    for (const XmlNode rendition : content_set) {
        if (is_element(rendition, "inlineXML")) {
            content.article = inline_article(rendition, dates);
        } else if (is_element(rendition, "inlineData")) {
            content.article = Article();
            content.article.body = inline_text(rendition);
        } else if (is_element(rendition, "remoteContent")) {
            content.is_elsewhere = true;
        }
        if (!content.article.body.empty()) break;
    }
    return content;
}

}  // namespace dateline
