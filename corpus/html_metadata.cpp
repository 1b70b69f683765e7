#include "corpus/html_metadata.hpp"

#include "corpus/ascii.hpp"
#include "corpus/html_apart.hpp"
#include "corpus/html_names.hpp"
#include "corpus/html_text_writer.hpp"

#include <algorithm>
#include <array>

namespace dateline {
namespace {

using Names = std::span<const std::string_view>;

constexpr std::array<std::string_view, 9> title_names{
    "og:title",      "twitter:title", "parsely-title", "sailthru.title",   "dc.title",
    "dcterms.title", "title",         "headline",      "itemprop:headline"};
constexpr std::array<std::string_view, 12> byline_names{
    "author",         "parsely-author",  "sailthru.author",     "byl",
    "dc.creator",     "dcterms.creator", "article:author_name", "cxenseparse:author",
    "article.author", "itemprop:author", "rel:author",          "class:byline"};
constexpr std::array<std::string_view, 7> site_names{
    "og:site_name",      "application-name",   "parsely-site", "dc.publisher",
    "dcterms.publisher", "itemprop:publisher", "publisher"};
constexpr std::array<std::string_view, 7> section_names{
    "article:section",      "parsely-section",         "section",        "og:section",
    "cxenseparse:category", "itemprop:articlesection", "article.section"};
constexpr std::array<std::string_view, 6> language_names{
    "itemprop:inlanguage", "html:lang", "content-language", "language", "dc.language", "og:locale"};
constexpr std::array<std::string_view, 3> url_names{"rel:canonical", "og:url", "twitter:url"};
constexpr std::array<std::string_view, 34> date_names{"article:published_time",
                                                      "og:article:published_time",
                                                      "itemprop:datepublished",
                                                      "parsely-pub-date",
                                                      "sailthru.date",
                                                      "cxenseparse:recs:publishtime",
                                                      "cxenseparse:publishtime",
                                                      "article.published",
                                                      "article:published",
                                                      "og:published_time",
                                                      "og:pubdate",
                                                      "publish-date",
                                                      "publish_date",
                                                      "publishdate",
                                                      "published-date",
                                                      "published_date",
                                                      "pubdate",
                                                      "pub_date",
                                                      "originalpublicationdate",
                                                      "dc.date.issued",
                                                      "dcterms.issued",
                                                      "dc.date",
                                                      "dcterms.date",
                                                      "dcterms.created",
                                                      "dc.date.created",
                                                      "dcterms.available",
                                                      "article_date_original",
                                                      "itemprop:datecreated",
                                                      "date",
                                                      "rel:pubdate",
                                                      "time:published",
                                                      "time:datetime",
                                                      "article:modified_time",
                                                      "class:date"};

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n\xC2\xA0") == text.npos;
}

std::string text_of(const HtmlTree& tree, std::uint32_t index) {
    return html_text(tree, index, tree.nodes()[index].end, HtmlSpace::collapse);
}

bool is_address(std::string_view text) {
    return text.starts_with("http://") || text.starts_with("https://") ||
           text.starts_with("www.") || text.starts_with('@');
}

/// "By Mara Ellis", not "Published 5 January".
bool is_name_of_people(std::string_view text) {
    constexpr std::size_t longest_name = 80;
    return text.size() <= longest_name && text.find(' ') != text.npos &&
           text.find_first_of("0123456789:|\n") == text.npos;
}

/// "Veröffentlicht von", with its blank or without.
std::string_view without_introduction(std::string_view byline) {
    constexpr std::array<std::string_view, 10> introductions{
        "Veröffentlicht von", "Geschrieben von", "Posted by",     "Published by", "Written by",
        "Publié par",         "Escrito por",     "Publicado por", "Scritto da",   "Reported by"};
    for (std::string_view introduction : introductions)
        if (byline.starts_with(introduction)) byline.remove_prefix(introduction.size());
    return byline.substr(std::min(byline.find_first_not_of(" :\n"), byline.size()));
}

/// Of an element that microdata names: an attribute, or what it shows.
std::string microdata_value(const HtmlTree& tree, const HtmlNode& node, std::uint32_t index) {
    for (std::string_view name : {"content", "datetime"})
        if (const std::string_view value = tree.attribute(node, name); !value.empty())
            return std::string(value);
    constexpr std::uint32_t most_nodes = 200;
    return node.end - index > most_nodes ? std::string() : text_of(tree, index);
}

}  // namespace

HtmlMetadata::HtmlMetadata(const HtmlTree& tree) {
    const auto nodes = tree.nodes();
    const std::vector<bool> apart = html_apart(tree);
    std::uint32_t comments_end = 0;
    for (std::uint32_t i = 0; i < nodes.size(); ++i) {
        const HtmlNode& node = nodes[i];
        if (node.tag == HtmlTag::text) continue;
        if (node.tag == HtmlTag::meta) read_meta(tree, node, i);
        // What readers write has dates and authors, too.
        if (holds_html_comments(tree, node)) comments_end = std::max(comments_end, node.end);
        if (i < comments_end) continue;
        read_microdata(tree, node, i);
        const std::size_t known = facts_.size();
        read_element(tree, node, i);
        // So have other articles, each its own.
        if (apart[i] && facts_.size() > known && facts_.back().is_shown()) facts_.pop_back();
    }
}

void HtmlMetadata::add(std::string name, std::string_view value, std::uint32_t node) {
    constexpr std::size_t longest_value = 2000;
    if (is_blank(value) || value.size() > longest_value) return;
    facts_.push_back({std::move(name), std::string(value), node});
}

void HtmlMetadata::read_meta(const HtmlTree& tree, const HtmlNode& node, std::uint32_t index) {
    const std::string_view content = tree.attribute(node, "content");
    for (std::string_view attribute : {"property", "name", "http-equiv"}) {
        const std::string_view name = tree.attribute(node, attribute);
        if (!name.empty()) add(lower_ascii(name), content, index);
    }
}

void HtmlMetadata::read_microdata(const HtmlTree& tree, const HtmlNode& node, std::uint32_t index) {
    add("itemtype", tree.attribute(node, "itemtype"), index);
    const std::string_view property = tree.attribute(node, "itemprop");
    if (property.empty() || property == "articleBody") return;
    add("itemprop:" + lower_ascii(property), microdata_value(tree, node, index), index);
}

void HtmlMetadata::read_element(const HtmlTree& tree, const HtmlNode& node, std::uint32_t index) {
    constexpr std::uint32_t most_nodes = 20;
    switch (node.tag) {
        case HtmlTag::html:
            add("html:lang", tree.attribute(node, "lang"), index);
            add("html:lang", tree.attribute(node, "xml:lang"), index);
            return;
        case HtmlTag::title:
            if (node.end > index + 1) add("html:title", tree.nodes()[index + 1].text, index);
            return;
        case HtmlTag::link:
            add("rel:" + lower_ascii(tree.attribute(node, "rel")), tree.attribute(node, "href"),
                index);
            return;
        case HtmlTag::h1:
            add("html:h1", text_of(tree, index), index);
            return;
        case HtmlTag::a:
            if (tree.attribute(node, "rel") == "author")
                add("rel:author", text_of(tree, index), index);
            break;
        case HtmlTag::time: {
            const bool is_published = tree.has_attribute(node, "pubdate");
            const std::string_view value = tree.attribute(node, "datetime");
            add(is_published ? "time:published" : "time:datetime",
                value.empty() ? text_of(tree, index) : value, index);
            return;
        }
        case HtmlTag::script:
            if (tree.attribute(node, "type").find("ld+json") != std::string_view::npos &&
                node.end > index + 1)
                linked_data_.push_back(tree.nodes()[index + 1].text);
            return;
        default:
            break;
    }
    const std::string_view names = tree.attribute(node, "class");
    if (names.empty() || node.end - index > most_nodes) return;
    if (purpose_of_names(names) == HtmlPurpose::byline ||
        lower_ascii(names).find("date") != std::string::npos) {
        const std::string text = text_of(tree, index);
        add(is_name_of_people(text) ? "class:byline" : "class:date", text, index);
    }
}

std::string_view HtmlMetadata::first_of(Names names) const {
    for (std::string_view name : names)
        for (const HtmlFact& fact : facts_)
            if (fact.name == name) return fact.value;
    return {};
}

std::vector<const HtmlFact*> HtmlMetadata::all_of(Names names, std::uint32_t near) const {
    // The first of what stands side by side is the date of publication, the second that of the
    // last change.
    constexpr std::uint32_t nodes_side_by_side = 64;
    const auto distance = [&](const HtmlFact* fact) {
        return (fact->node > near ? fact->node - near : near - fact->node) / nodes_side_by_side;
    };
    std::vector<const HtmlFact*> all;
    for (std::string_view name : names) {
        std::vector<const HtmlFact*> facts;
        for (const HtmlFact& fact : facts_)
            if (fact.name == name) facts.push_back(&fact);
        if (name.find(':') != name.npos) {
            std::stable_sort(facts.begin(), facts.end(), [&](const HtmlFact* a, const HtmlFact* b) {
                return distance(a) < distance(b);
            });
        }
        all.insert(all.end(), facts.begin(), facts.end());
    }
    return all;
}

std::string_view HtmlMetadata::title() const { return first_of(title_names); }

std::string HtmlMetadata::byline(std::uint32_t body) const {
    constexpr std::size_t longest_byline = 120;
    for (const HtmlFact* fact : all_of(byline_names, body)) {
        std::string_view value = without_introduction(fact->value);
        // "Mara Ellis | 18 November 2019".
        const std::size_t bar = value.find('|');
        if (bar != value.npos && value.find_first_of("0123456789", bar) != value.npos)
            value = value.substr(0, bar);
        if (!is_address(value) && !is_blank(value) && value.size() <= longest_byline)
            return std::string(value);
    }
    return {};
}

std::string_view HtmlMetadata::site() const {
    for (const HtmlFact* fact : all_of(site_names, 0))
        if (!is_address(fact->value)) return fact->value;
    return {};
}

std::string_view HtmlMetadata::section() const { return first_of(section_names); }

std::string_view HtmlMetadata::language() const { return first_of(language_names); }

std::string_view HtmlMetadata::url() const {
    for (const HtmlFact* fact : all_of(url_names, 0))
        if (fact->value.starts_with("http")) return fact->value;
    return {};
}

std::vector<const HtmlFact*> HtmlMetadata::dates(std::uint32_t body) const {
    return all_of(date_names, body);
}

}  // namespace dateline
