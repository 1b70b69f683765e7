#include "corpus/formats/feed_entry.hpp"

#include "corpus/clean_text.hpp"
#include "corpus/formats/feed_links.hpp"
#include "corpus/formats/xml_nodes.hpp"
#include "corpus/language_code.hpp"

#include <algorithm>

namespace dateline {
namespace {

/// Category as an attribute, in Atom and iTunes.
std::string category(XmlNode element) {
    for (const std::string_view name : {"label", "term", "text"})
        if (std::string line = clean_line(element.attribute(name)); !line.empty()) return line;
    return {};
}

/// A feed that an entry was taken from: its name, or in Atom an element with its title.
std::string line_of(XmlNode element, FeedField field, FeedDialect dialect) {
    if (field == FeedField::source && has_child_elements(element)) {
        return clean_line(feed_text(child_named(element, "title"), dialect));
    }
    if (field == FeedField::section) {
        if (std::string line = category(element); !line.empty()) return line;
    }
    return clean_line(feed_text(element, dialect));
}

/// The page of an entry among its elements link: in Atom the alternate one, best as HTML.
XmlNode best_link(XmlNode entry, XmlNode header_root) {
    XmlNode best;
    int best_rank = 0;
    for (XmlNode link = child_named(entry, "link"); link; link = next_namesake(link)) {
        const std::string_view rel = link.attribute("rel");
        const std::string_view type = link.attribute("type");
        const bool has_target =
            !link.attribute("href").empty() || !clean_line(inner_text(link)).empty();
        const bool is_page = rel.empty() || rel.ends_with("alternate");
        if (!has_target || !is_page || vocabulary_of(link, header_root) != FeedVocabulary::feed) {
            continue;
        }
        const int rank = type.empty() || type.find("html") != type.npos ? 2 : 1;
        if (rank <= best_rank) continue;
        best = link;
        best_rank = rank;
    }
    return best;
}

std::string resolved(const FeedHeader& header, XmlNode entry, XmlNode link,
                     std::string_view target) {
    if (target.empty()) return {};
    std::string base = resolve_link(header.base, entry.attribute("base"));
    if (link) base = resolve_link(base, link.attribute("base"));
    return resolve_link(base, clean_line(target));
}

/// An id that is the entry's address as well.
std::string permanent_link(XmlNode guid) {
    const bool is_link = is_element(guid, "guid") && guid.attribute("isPermaLink") != "false";
    std::string target = is_link ? clean_line(inner_text(guid)) : std::string();
    return is_web_link(target) ? target : std::string();
}

std::string url(XmlNode entry, const FeedElements& elements, const FeedHeader& header) {
    const XmlNode original = child_named(entry, "origLink");
    if (original && vocabulary_of(original, header.root()) == FeedVocabulary::feedburner) {
        if (std::string target = clean_line(inner_text(original)); is_web_link(target))
            return target;
    }
    if (const XmlNode link = best_link(entry, header.root())) {
        const std::string_view href = link.attribute("href");
        return resolved(header, entry, link, href.empty() ? inner_text(link) : href);
    }
    if (std::string target = permanent_link(elements.first(FeedField::id)); !target.empty()) {
        return target;
    }
    for (const std::string_view name : {"href", "about"})
        if (const std::string_view target = entry.attribute(name); !target.empty())
            return resolved(header, entry, {}, target);
    const XmlNode anchor = child_named(entry, "a");  // CDF
    return resolved(header, entry, anchor, anchor.attribute("href"));
}

std::string language(XmlNode entry, const FeedElements& elements, const FeedHeader& header) {
    for (std::string code :
         {language_code(entry.attribute("lang")), language_code(elements.line(FeedField::language)),
          header.language, language_code(elements.first(FeedField::body).attribute("lang")),
          language_code(elements.first(FeedField::headline).attribute("lang"))})
        if (!code.empty()) return code;
    return {};
}

}  // namespace

FeedElements::FeedElements(XmlNode parent, const FeedHeader& header) : dialect_(header.dialect) {
    for (const XmlNode node : parent) {
        if (!node.is_element()) continue;
        if (const auto row = feed_key_row(vocabulary_of(node, header.root()), local_name(node)))
            elements_.push_back({*row, node});
    }
    std::stable_sort(elements_.begin(), elements_.end(),
                     [](const Element& a, const Element& b) { return a.row < b.row; });
}

std::string FeedElements::line(FeedField field) const {
    for (const Element& element : elements_) {
        if (feed_keys[element.row].field != field) continue;
        if (std::string line = line_of(element.node, field, dialect_); !line.empty()) return line;
    }
    return {};
}

std::string FeedElements::body() const {
    for (const Element& element : elements_) {
        if (feed_keys[element.row].field != FeedField::body) continue;
        if (std::string text = clean_body(feed_text(element.node, dialect_)); !text.empty())
            return text;
    }
    return {};
}

std::string FeedElements::people(FeedField field) const {
    std::string joined;
    std::size_t row = feed_keys.size();
    for (const Element& element : elements_) {
        if (feed_keys[element.row].field != field) continue;
        if (!joined.empty() && element.row != row) break;
        const std::string name = feed_person(element.node);
        if (name.empty()) continue;
        if (!joined.empty()) joined += ", ";
        joined += name;
        row = element.row;
    }
    return joined;
}

std::vector<std::string> FeedElements::texts(FeedField field) const {
    std::vector<std::string> texts;
    for (const Element& element : elements_)
        if (feed_keys[element.row].field == field) texts.push_back(inner_text(element.node));
    return texts;
}

XmlNode FeedElements::first(FeedField field) const {
    for (const Element& element : elements_)
        if (feed_keys[element.row].field == field) return element.node;
    return {};
}

XmlReading read_feed_entry(XmlNode entry, const FeedHeader& header, const DateOptions& dates) {
    const FeedElements elements(entry, header);
    Article article;
    article.headline = elements.line(FeedField::headline);
    if (article.headline.empty()) article.headline = clean_line(entry.attribute("title"));
    article.body = elements.body();
    article.id = elements.line(FeedField::id);
    article.url = clean_line(url(entry, elements, header));
    article.source = elements.line(FeedField::source);
    if (article.source.empty()) article.source = header.title;
    article.section = elements.line(FeedField::section);
    article.byline = elements.people(FeedField::byline);
    if (article.byline.empty() && header.dialect == FeedDialect::atom) {
        article.byline = header.byline;
    }
    article.language = language(entry, elements, header);
    std::vector<std::string> texts = elements.texts(FeedField::date);
    texts.emplace_back(entry.attribute("lastmod"));
    ChosenDate chosen = choose_date(texts, dates);
    article.date = std::move(chosen.date);
    XmlReading reading = reading_of(std::move(article), "an entry");
    reading.warning = std::move(chosen.warning);
    return reading;
}

}  // namespace dateline
