#include "corpus/formats/newsml1.hpp"

#include "corpus/clean_text.hpp"
#include "corpus/formats/iptc_subjects.hpp"
#include "corpus/formats/newsml_content.hpp"
#include "corpus/formats/xml_nodes.hpp"
#include "corpus/language_code.hpp"

#include <fmt/format.h>

#include <array>

namespace dateline {
namespace {

std::string_view formal_name(XmlNode node) { return node.attribute("FormalName"); }

std::string line_of(XmlNode from, std::string_view local) {
    return clean_line(inner_text(find_element(from, local)));
}

/// The name of a party: Provider, Source, Creator.
std::string party(XmlNode item, std::string_view role) {
    const XmlNode metadata = find_element(item, "AdministrativeMetadata");
    return clean_line(formal_name(node_at(metadata, {role, "Party"})));
}

struct TextContent {
    Article article;
    std::string media_type;  ///< of what there is instead of text
};

/// The first content item with text; captions of pictures are none.
TextContent text_content(XmlNode item, const DateOptions& dates) {
    TextContent content;
    for (XmlNode node = next_within(item, item, true); node; node = next_within(item, node, true)) {
        if (!is_element(node, "ContentItem")) continue;
        const std::string media = clean_line(formal_name(child_named(node, "MediaType")));
        if (!media.empty() && media != "Text" && media != "ComplexData") {
            if (content.media_type.empty()) content.media_type = media;
            continue;
        }
        Article article = read_inline_content(child_named(node, "DataContent"), dates);
        if (article.body.empty()) continue;
        content.article = std::move(article);
        break;
    }
    return content;
}

std::string place(XmlNode item) {
    if (std::string line = dateline_place(line_of(item, "DateLine")); !line.empty()) return line;
    const XmlNode location = find_element(item, "Location");
    for (XmlNode node = child_named(location, "Property"); node; node = next_namesake(node))
        if (formal_name(node) == "City") return clean_line(node.attribute("Value"));
    return {};
}

std::string source(XmlNode item) {
    for (const std::string_view role : {"Provider", "Source"})
        if (std::string name = party(item, role); !name.empty()) return name;
    return line_of(item, "ProviderId");
}

std::string language(XmlNode item) {
    std::string code = language_code(formal_name(find_element(item, "Language")));
    if (code.empty()) code = language_code(find_element(item, "NewsComponent").attribute("lang"));
    return code.empty() ? language_code(inherited_attribute(item, "lang")) : code;
}

std::string first_of(std::string first, std::string second) {
    return first.empty() ? std::move(second) : std::move(first);
}

std::string subject(XmlNode item) {
    const XmlNode codes = find_element(item, "SubjectCode");
    for (const std::string_view level : {"Subject", "SubjectMatter", "SubjectDetail"}) {
        const std::string code = clean_line(formal_name(child_named(codes, level)));
        if (code.empty()) continue;
        const std::string_view name = iptc_subject_name(code);
        return name.empty() ? code : std::string(name);
    }
    return {};
}

ChosenDate date(XmlNode item, const DateOptions& dates) {
    const std::array<std::string, 4> texts{
        line_of(item, "DateLineDate"), line_of(item, "FirstCreated"),
        line_of(item, "ThisRevisionCreated"), line_of(item, "DateId")};
    return choose_date(texts, dates);
}

}  // namespace

XmlReading read_newsml1_item(XmlNode item, const DateOptions& dates) {
    XmlReading reading;
    const std::string_view status = formal_name(find_element(item, "Status"));
    if (status == "Canceled" || status == "Withheld") {
        reading.skip = fmt::format("an item that its publisher has {}",
                                   status == "Canceled" ? "canceled" : "withheld");
        return reading;
    }
    TextContent content = text_content(item, dates);
    if (content.article.body.empty() && !content.media_type.empty()) {
        reading.skip = fmt::format("an item of media type {} without text", content.media_type);
        return reading;
    }
    Article article = std::move(content.article);
    article.headline = first_of(line_of(item, "HeadLine"), std::move(article.headline));
    article.id = first_of(line_of(item, "PublicIdentifier"), line_of(item, "NewsItemId"));
    article.byline = first_of(clean_byline(line_of(item, "ByLine")), std::move(article.byline));
    article.place = first_of(place(item), std::move(article.place));
    article.source = first_of(source(item), std::move(article.source));
    article.section = first_of(std::move(article.section), subject(item));
    article.language = first_of(language(item), std::move(article.language));
    ChosenDate chosen = date(item, dates);
    article.date = std::move(chosen.date);
    reading = reading_of(std::move(article), "a news item");
    reading.warning = std::move(chosen.warning);
    return reading;
}

}  // namespace dateline
