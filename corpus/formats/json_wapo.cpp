#include "corpus/formats/json_wapo.hpp"

namespace dateline {
namespace {

/// The list has null where a block could not be exported.
std::vector<dom::object> blocks_of(dom::object object) {
    std::vector<dom::object> blocks;
    dom::array contents;
    if (object.at_key("contents").get(contents) != simdjson::SUCCESS) return blocks;
    for (const dom::element element : contents) {
        dom::object block;
        if (element.get(block) == simdjson::SUCCESS && !string_at(block, "type").empty())
            blocks.push_back(block);
    }
    return blocks;
}

RawText content_of(dom::object block, ArticleField field) {
    dom::element content;
    if (block.at_key("content").get(content) != simdjson::SUCCESS) return {};
    return text_of(content, field);
}

void add_paragraph(std::string& body, const RawText& text) {
    if (is_blank(view_of(text))) return;
    if (!body.empty()) body += "\n\n";
    body += view_of(text);
}

}  // namespace

bool is_wapo(dom::object object, const JsonFields& fields) {
    return fields.has_mark(JsonMark::contents) && !blocks_of(object).empty();
}

std::string read_wapo(dom::object object, JsonFields& fields) {
    std::string body;
    for (const dom::object block : blocks_of(object)) {
        const std::string_view type = string_at(block, "type");
        if (type == "sanitized_html" || type == "list" || type == "text")
            add_paragraph(body, content_of(block, ArticleField::body));
        else if (type == "kicker")
            fields.set_if_blank(ArticleField::section, content_of(block, ArticleField::section));
        else if (type == "title")
            fields.set_if_blank(ArticleField::headline, content_of(block, ArticleField::headline));
        else if (type == "byline")
            fields.set_if_blank(ArticleField::byline, content_of(block, ArticleField::byline));
        else if (type == "date")
            fields.set_if_blank(ArticleField::date, content_of(block, ArticleField::date));
    }
    fields.set(ArticleField::body, std::move(body));
    return {};
}

}  // namespace dateline
