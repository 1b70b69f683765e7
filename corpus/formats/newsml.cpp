#include "corpus/formats/newsml.hpp"

#include "corpus/clean_text.hpp"
#include "corpus/formats/iptc_subjects.hpp"
#include "corpus/formats/newsml_content.hpp"
#include "corpus/formats/xml_nodes.hpp"
#include "corpus/formats/xml_reader.hpp"
#include "corpus/formats/xml_root.hpp"
#include "corpus/language_code.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace dateline {
namespace {

struct ItemKind {
    std::string_view element;
    std::string_view skip;  ///< why it is no article; empty where it may be one
};
constexpr std::array item_kinds{
    ItemKind{"newsItem", ""},
    ItemKind{"packageItem", "a package of other items"},
    ItemKind{"knowledgeItem", "a knowledge item, which holds concepts"},
    ItemKind{"conceptItem", "a concept item"},
    ItemKind{"planningItem", "a planning item"},
    ItemKind{"catalogItem", "a catalog item"},
    ItemKind{"hopSet", "the history of an item"},
    ItemKind{"contentSet", ""},
    ItemKind{"contentMeta", "metadata without an item"},
    ItemKind{"itemMeta", "metadata without an item"},
    ItemKind{"groupSet", "a package of other items"},
};

const ItemKind* kind_of(std::string_view local_name) {
    const auto row = std::find_if(item_kinds.begin(), item_kinds.end(),
                                  [&](const ItemKind& kind) { return kind.element == local_name; });
    return row == item_kinds.end() ? nullptr : &*row;
}

/// "AcmeNews" of "nprov:AcmeNews".
std::string code_of(std::string_view qcode) {
    return clean_line(qcode.substr(qcode.find(':') + 1));
}

/// "acmenews.com" of "http://www.acmenews.com/about/".
std::string host_of(std::string_view uri) {
    const std::size_t begin = uri.find("//");
    if (begin == uri.npos) return {};
    uri.remove_prefix(begin + 2);
    if (uri.starts_with("www.")) uri.remove_prefix(4);
    return clean_line(uri.substr(0, uri.find_first_of("/:?#")));
}

/// The name of a concept, in the item's language where there are several.
std::string concept_name(XmlNode node, std::string_view language = {}) {
    std::string first;
    for (XmlNode name = child_named(node, "name"); name; name = next_namesake(name)) {
        std::string text = clean_line(inner_text(name));
        if (!language.empty() && language_code(name.attribute("lang")) == language) return text;
        if (first.empty()) first = std::move(text);
    }
    return first;
}

class NewsItem {
  public:
    NewsItem(XmlNode item, const DateOptions& dates)
        : meta_(child_named(item, "itemMeta")),
          content_meta_(child_named(item, "contentMeta")),
          content_(read_newsml_content(
              is_element(item, "contentSet") ? item : child_named(item, "contentSet"), dates)),
          item_(item),
          dates_(dates) {}

    XmlReading read() {
        XmlReading reading;
        reading.skip = reason_to_skip();
        if (!reading.skip.empty()) return reading;
        Article article = std::move(content_.article);
        article.language = language();
        article.headline = headline(article);
        if (article.body.empty()) article.body = description();
        article.id = clean_line(item_.attribute("guid"));
        if (std::string line = text_in_meta("by"); !line.empty()) {
            article.byline = clean_byline(line);
        }
        if (article.byline.empty()) article.byline = creator();
        if (std::string line = place(); !line.empty()) article.place = std::move(line);
        article.source = source(article);
        if (std::string line = section(); !line.empty()) article.section = std::move(line);
        ChosenDate chosen = date(article.date);
        article.date = std::move(chosen.date);
        reading = reading_of(std::move(article), fmt::format("{} item", class_with_article()));
        reading.warning = std::move(chosen.warning);
        return reading;
    }

  private:
    /// "text", "picture"; empty where the item does not say.
    std::string item_class() const {
        return code_of(child_named(meta_, "itemClass").attribute("qcode"));
    }
    std::string class_with_article() const {
        const std::string name = item_class();
        if (name.empty()) return "a news";
        return std::string_view("aeiou").find(name.front()) == std::string_view::npos
                   ? "a " + name
                   : "an " + name;
    }

    std::string reason_to_skip() const {
        const std::string status = code_of(child_named(meta_, "pubStatus").attribute("qcode"));
        if (status == "canceled" || status == "withheld") {
            return fmt::format("an item that its publisher has {}", status);
        }
        if (!content_.article.body.empty()) return {};
        const std::string name = item_class();
        const bool is_text = name.empty() || name == "text";
        const bool has_text = !description().empty() || !text_in_meta("headline").empty();
        if (is_text && has_text) return {};
        if (content_.is_elsewhere && is_text) return "a text item whose text is in another file";
        return fmt::format("{} item without text", class_with_article());
    }

    std::string text_in_meta(std::string_view local) const {
        return clean_line(inner_text(child_named(content_meta_, local)));
    }

    std::string language() const {
        const XmlNode node = child_named(content_meta_, "language");
        std::string code = language_code(node.attribute("tag"));
        if (code.empty()) code = content_.article.language;
        return code.empty() ? language_code(item_.attribute("lang")) : code;
    }

    std::string headline(const Article& article) const {
        std::string first;
        for (XmlNode node = child_named(content_meta_, "headline"); node;
             node = next_namesake(node)) {
            std::string line = clean_line(inner_text(node));
            if (language_code(node.attribute("lang")) == article.language) return line;
            if (first.empty()) first = std::move(line);
        }
        if (first.empty()) first = article.headline;
        return first.empty() ? clean_line(inner_text(child_named(meta_, "title"))) : first;
    }

    /// What sums the text up; captions of pictures are no such thing.
    std::string description() const {
        for (XmlNode node = child_named(content_meta_, "description"); node;
             node = next_namesake(node)) {
            if (node.attribute("role").ends_with(":caption")) continue;
            if (std::string text = clean_line(inner_text(node)); !text.empty()) return text;
        }
        return {};
    }

    std::string creator() const {
        std::string names;
        for (XmlNode node = child_named(content_meta_, "creator"); node;
             node = next_namesake(node)) {
            const std::string name = concept_name(node);
            if (name.empty()) continue;
            if (!names.empty()) names += ", ";
            names += name;
        }
        return clean_byline(names);
    }

    std::string place() const {
        const std::string line = dateline_place(text_in_meta("dateline"));
        return line.empty() ? concept_name(child_named(content_meta_, "located")) : line;
    }

    std::string source(const Article& article) const {
        const XmlNode provider = child_named(meta_, "provider");
        const XmlNode info_source = child_named(content_meta_, "infoSource");
        const XmlNode holder = node_at(item_, {"rightsInfo", "copyrightHolder"});
        for (const XmlNode node : {provider, info_source, holder})
            if (std::string name = concept_name(node); !name.empty()) return name;
        if (!article.source.empty()) return article.source;
        for (const std::string_view attribute : {"literal", "qcode"})
            if (std::string code = code_of(provider.attribute(attribute)); !code.empty())
                return code;
        return host_of(provider.attribute("uri"));
    }

    /// The first subject with a name, unless it is a person, a place or the like.
    std::string section() const {
        std::string coded;
        for (XmlNode node = child_named(content_meta_, "subject"); node;
             node = next_namesake(node)) {
            const std::string_view type = node.attribute("type");
            if (!type.empty() && !type.ends_with(":abstract")) continue;
            const XmlNode main = child_named(node, "mainConcept");
            const std::string code = language();
            if (std::string name = concept_name(main ? main : node, code); !name.empty())
                return name;
            if (coded.empty()) coded = iptc_subject_name(code_of(node.attribute("qcode")));
        }
        return coded;
    }

    ChosenDate date(const Date& printed) const {
        const std::array<std::string, 4> texts{
            text_in_meta("contentCreated"), printed.raw,
            clean_line(inner_text(child_named(meta_, "firstCreated"))),
            clean_line(inner_text(child_named(meta_, "versionCreated")))};
        return choose_date(texts, dates_);
    }

    XmlNode meta_;
    XmlNode content_meta_;
    NewsmlContent content_;
    XmlNode item_;
    const DateOptions& dates_;
};

}  // namespace

bool is_newsml_item(std::string_view local_name) { return kind_of(local_name) != nullptr; }

XmlReading read_newsml_item(XmlNode item, const DateOptions& dates) {
    const ItemKind* const kind = kind_of(local_name(item));
    XmlReading reading;
    if (kind) reading.skip = kind->skip;
    return reading.skip.empty() ? NewsItem(item, dates).read() : reading;
}

bool recognises_newsml(std::string_view head) {
    const std::optional<XmlRoot> root = xml_root(head);
    if (!root) return false;
    const std::string_view name = root->local_name();
    return name == "newsMessage" || name == "NewsML" || is_newsml_item(name);
}

const ArticleReader& newsml_reader() {
    static const XmlNewsReader reader("newsml");
    return reader;
}

}  // namespace dateline
