#include "corpus/formats/nitf.hpp"

#include "corpus/clean_text.hpp"
#include "corpus/formats/xml_nodes.hpp"
#include "corpus/formats/xml_reader.hpp"
#include "corpus/formats/xml_root.hpp"
#include "corpus/formats/xml_text.hpp"
#include "corpus/language_code.hpp"

#include <algorithm>
#include <array>

namespace dateline {
namespace {

bool has_class(XmlNode node, std::string_view name) { return node.attribute("class") == name; }

/// Empty for names that are not there.
std::string_view meta(XmlNode head, std::string_view name) {
    for (XmlNode node = child_named(head, "meta"); node; node = next_namesake(node))
        if (node.attribute("name") == name) return node.attribute("content");
    return {};
}

std::string first_of(std::initializer_list<std::string_view> texts) {
    for (const std::string_view text : texts)
        if (std::string line = clean_line(text); !line.empty()) return line;
    return {};
}

/// Both spellings are in use, the first by the standard.
XmlNode hedline(XmlNode body_head) {
    const XmlNode node = child_named(body_head, "hedline");
    return node ? node : child_named(body_head, "headline");
}

std::string headline(XmlNode head, XmlNode body_head) {
    const XmlNode lines = hedline(body_head);
    return first_of({inner_text(child_named(lines, "hl1")), inner_text(child_named(lines, "hl2")),
                     inner_text(lines), inner_text(child_named(head, "title"))});
}

/// A day or time that the reader sees printed: midnight is how days are filled up.
std::string without_midnight(std::string_view norm) {
    for (const std::string_view midnight : {"T000000", "T00:00:00"})
        if (norm.ends_with(midnight)) norm.remove_suffix(midnight.size());
    return std::string(norm);
}

std::string publication_day(XmlNode head) {
    std::string year(meta(head, "publication_year"));
    std::string month(meta(head, "publication_month"));
    std::string day(meta(head, "publication_day_of_month"));
    if (year.empty() || month.empty()) return year;
    if (month.size() == 1) month.insert(0, 1, '0');
    if (day.size() == 1) day.insert(0, 1, '0');
    return year + "-" + month + (day.empty() ? "" : "-" + day);
}

std::string norm_of(XmlNode node) {
    const std::string_view norm = node.attribute("norm");
    return norm.empty() ? inner_text(node) : without_midnight(norm);
}

ChosenDate date(XmlNode head, XmlNode body_head, const DateOptions& options) {
    const XmlNode docdata = child_named(head, "docdata");
    const XmlNode story_date = node_at(body_head, {"dateline", "story.date"});
    const std::array<std::string, 5> texts{
        without_midnight(child_named(head, "pubdata").attribute("date.publication")),
        norm_of(child_named(docdata, "date.issue")), norm_of(child_named(docdata, "date.release")),
        publication_day(head), norm_of(story_date)};
    return choose_date(texts, options);
}

/// Of several bylines the one that was printed. What authors do stays out, unless it is all.
std::string byline(XmlNode body_head) {
    XmlNode chosen = child_named(body_head, "byline");
    for (XmlNode node = chosen; node; node = next_namesake(node))
        if (has_class(node, "print_byline")) chosen = node;
    std::string names;
    for (XmlNode node = next_within(chosen, chosen, true); node;) {
        const bool is_title = is_element(node, "byttl");
        names += node.text();
        if (!is_title && node.is_element()) names += ' ';
        node = next_within(chosen, node, !is_title);
    }
    std::string line = clean_byline(names);
    while (!line.empty() && (line.back() == ',' || line.back() == ' ')) line.pop_back();
    return line.empty() ? clean_byline(inner_text(chosen)) : line;
}

std::string place(XmlNode body_head) {
    const XmlNode dateline = child_named(body_head, "dateline");
    const std::string location = clean_line(inner_text(child_named(dateline, "location")));
    return location.empty() ? dateline_place(inner_text(dateline)) : location;
}

/// The first of "Front Page; Arts" that is a subject.
std::string first_section(std::string_view sections) {
    std::string first;
    while (!sections.empty()) {
        const std::size_t size = std::min(sections.find(';'), sections.size());
        std::string section = clean_line(sections.substr(0, size));
        sections.remove_prefix(std::min(size + 1, sections.size()));
        if (!section.empty() && section != "Front Page") return section;
        if (first.empty()) first = std::move(section);
    }
    return first;
}

std::string section(XmlNode head) {
    const XmlNode subject = node_at(head, {"tobject", "tobject.subject"});
    return first_of(
        {first_section(meta(head, "online_sections")), meta(head, "dsk"),
         meta(head, "print_section"), child_named(head, "pubdata").attribute("position.section"),
         subject.attribute("tobject.subject.type"), subject.attribute("tobject.subject.matter"),
         node_at(head, {"docdata", "fixture"}).attribute("fix-id")});
}

std::string source(XmlNode head, XmlNode body_head) {
    return first_of({child_named(head, "pubdata").attribute("name"),
                     node_at(head, {"docdata", "doc.copyright"}).attribute("holder"),
                     inner_text(child_named(body_head, "distributor"))});
}

/// Where the whole text is a block of its own, other blocks repeat parts of it.
std::string content(XmlNode body_content) {
    std::string whole;
    for (XmlNode block = child_named(body_content, "block"); block; block = next_namesake(block)) {
        if (!has_class(block, "full_text")) continue;
        if (!whole.empty()) whole += "\n\n";
        whole += block_text(block);
    }
    return whole.empty() ? block_text(body_content) : whole;
}

std::string body(XmlNode body_node, XmlNode body_head, std::string_view title) {
    std::string text;
    const auto add = [&](const std::string& part) {
        if (part.empty()) return;
        if (!text.empty()) text += "\n\n";
        text += part;
    };
    for (XmlNode deck = child_named(hedline(body_head), "hl2"); deck; deck = next_namesake(deck)) {
        const std::string line = clean_line(inner_text(deck));
        if (line != title && !has_class(deck, "online_headline")) add(line);
    }
    const std::size_t deck_bytes = text.size();
    for (XmlNode node = child_named(body_node, "body.content"); node; node = next_namesake(node)) {
        add(content(node));
    }
    if (text.size() == deck_bytes) add(block_text(child_named(body_head, "abstract")));
    add(block_text(node_at(body_node, {"body.end", "tagline"})));
    return clean_body(text);
}

}  // namespace

XmlReading read_nitf(XmlNode nitf, const DateOptions& dates) {
    const XmlNode head = child_named(nitf, "head");
    const XmlNode body_node = child_named(nitf, "body");
    const XmlNode body_head = child_named(body_node, "body.head");
    Article article;
    article.headline = headline(head, body_head);
    article.body = body(body_node, body_head, article.headline);
    article.id = first_of({node_at(head, {"docdata", "doc-id"}).attribute("id-string")});
    const std::string_view reference = child_named(head, "pubdata").attribute("ex-ref");
    if (reference.find("://") != reference.npos) article.url = clean_line(reference);
    article.source = source(head, body_head);
    article.section = section(head);
    article.byline = byline(body_head);
    article.place = place(body_head);
    article.language = language_code(inherited_attribute(body_node ? body_node : nitf, "lang"));
    ChosenDate chosen = date(head, body_head, dates);
    article.date = std::move(chosen.date);
    XmlReading reading = reading_of(std::move(article), "an NITF document");
    reading.warning = std::move(chosen.warning);
    return reading;
}

bool recognises_nitf(std::string_view head) {
    const std::optional<XmlRoot> root = xml_root(head);
    return root && root->local_name() == "nitf";
}

const ArticleReader& nitf_reader() {
    static const XmlNewsReader reader("nitf");
    return reader;
}

}  // namespace dateline
