#include "corpus/formats/json_linked.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace dateline {
namespace {

/// "https://schema.org/NewsArticle" and "schema:NewsArticle" are NewsArticle.
std::string_view local_name(std::string_view type) {
    const std::size_t mark = type.find_last_of("/:#");
    return mark == type.npos ? type : type.substr(mark + 1);
}

std::vector<std::string_view> types_of(dom::object object) {
    std::vector<std::string_view> types;
    dom::element type;
    if (object.at_key("@type").get(type) != simdjson::SUCCESS) return types;
    std::string_view name;
    if (type.get(name) == simdjson::SUCCESS) types.push_back(local_name(name));
    if (dom::array list; type.get(list) == simdjson::SUCCESS)
        for (const dom::element element : list)
            if (element.get(name) == simdjson::SUCCESS) types.push_back(local_name(name));
    return types;
}

bool is_article_type(std::string_view type) {
    constexpr std::array<std::string_view, 4> others{"BlogPosting", "LiveBlogPosting",
                                                     "SocialMediaPosting", "Report"};
    return type.ends_with("Article") || std::ranges::find(others, type) != others.end();
}

bool is_article_object(dom::object object) {
    return std::ranges::any_of(types_of(object), is_article_type);
}

/// A web page, a review, a podcast may have the text of an article; a person has none.
bool has_own_text(dom::object object, const JsonFields& fields) {
    return fields.has_whole_body() || !is_blank(string_at(object, "headline"));
}

void set_first(JsonFields& fields, ArticleField field, dom::object object,
               std::initializer_list<std::string_view> keys) {
    for (const std::string_view key : keys) {
        dom::element element;
        if (object.at_key(key).get(element) == simdjson::SUCCESS)
            fields.set_if_blank(field, text_of(element, field));
    }
}

/// Names inside of the page ("#article", "_:b0") are no ids: every page has the same.
void set_address(JsonFields& fields, dom::object object) {
    const std::string_view id = fields[ArticleField::id];
    if (id.starts_with('#') || id.starts_with("_:")) fields.clear(ArticleField::id);
    for (const std::string_view key : {"mainEntityOfPage", "@id"}) {
        dom::element element;
        if (object.at_key(key).get(element) != simdjson::SUCCESS) continue;
        RawText address = text_of(element, ArticleField::url);
        if (view_of(address).starts_with("http"))
            fields.set_if_blank(ArticleField::url, std::move(address));
    }
}

/// The place of a dateline, unless the publisher puts the date there too.
void set_dateline(JsonFields& fields, dom::object object) {
    const std::string_view dateline = string_at(object, "dateline");
    if (dateline.find_first_of("0123456789") == dateline.npos)
        fields.set_if_blank(ArticleField::place, plain_text(dateline));
}

/// Live coverage: its entries are the body.
std::string text_of_updates(dom::object object) {
    std::string body;
    dom::array updates;
    if (object.at_key("liveBlogUpdate").get(updates) != simdjson::SUCCESS) return body;
    for (const dom::element element : updates) {
        dom::object update;
        if (element.get(update) != simdjson::SUCCESS) continue;
        for (const std::string_view key : {"headline", "articleBody"}) {
            const RawText text = plain_text(string_at(update, key));
            if (is_blank(view_of(text))) continue;
            if (!body.empty()) body += "\n\n";
            body += view_of(text);
        }
    }
    return body;
}

void read_properties(dom::object object, JsonFields& fields) {
    set_first(fields, ArticleField::headline, object, {"name", "alternativeHeadline"});
    set_address(fields, object);
    set_first(fields, ArticleField::source, object, {"isPartOf", "sourceOrganization"});
    set_first(fields, ArticleField::place, object, {"contentLocation", "locationCreated"});
    set_dateline(fields, object);
    if (!fields.has_whole_body()) fields.set(ArticleField::body, text_of_updates(object));
}

/// The objects of a graph by their @id.
class Graph {
  public:
    explicit Graph(dom::array nodes) {
        for (const dom::element element : nodes) {
            dom::object node;
            if (element.get(node) == simdjson::SUCCESS) nodes_.push_back(node);
        }
    }

    const std::vector<dom::object>& nodes() const { return nodes_; }

    /// Fills a blank field from the objects that a property names.
    void resolve(dom::object object, std::string_view key, ArticleField field,
                 JsonFields& fields) const {
        dom::element value;
        if (object.at_key(key).get(value) != simdjson::SUCCESS) return;
        std::string names;
        for (const std::string_view id : ids_in(value)) {
            const std::string name = name_of(id, field);
            if (name.empty()) continue;
            if (!names.empty()) names += ", ";
            names += name;
        }
        fields.set_if_blank(field, std::move(names));
    }

  private:
    static std::vector<std::string_view> ids_in(dom::element value) {
        std::vector<std::string_view> ids;
        if (dom::object object; value.get(object) == simdjson::SUCCESS)
            ids.push_back(string_at(object, "@id"));
        if (dom::array array; value.get(array) == simdjson::SUCCESS)
            for (const dom::element element : array) {
                dom::object object;
                if (element.get(object) == simdjson::SUCCESS)
                    ids.push_back(string_at(object, "@id"));
            }
        return ids;
    }

    std::string name_of(std::string_view id, ArticleField field) const {
        const auto node = std::ranges::find_if(nodes_, [&](dom::object candidate) {
            return !id.empty() && string_at(candidate, "@id") == id;
        });
        if (node == nodes_.end()) return {};
        for (const std::string_view key : {"name", "legalName", "inLanguage"}) {
            const bool is_language = key == "inLanguage";
            if (is_language != (field == ArticleField::language)) continue;
            if (const std::string_view name = string_at(*node, key); !is_blank(name))
                return std::string(name);
        }
        return {};
    }

    std::vector<dom::object> nodes_;
};

std::string types_in(const Graph& graph) {
    std::vector<std::string_view> types;
    for (const dom::object node : graph.nodes())
        for (const std::string_view type : types_of(node))
            if (types.size() < 6 && std::ranges::find(types, type) == types.end())
                types.push_back(type);
    return fmt::format("{}", fmt::join(types, ", "));
}

}  // namespace

bool is_linked(dom::object, const JsonFields& fields) { return fields.has_mark(JsonMark::linked); }

std::string read_linked(dom::object object, JsonFields& fields) {
    const std::vector<std::string_view> types = types_of(object);
    const bool is_article = types.empty() || is_article_object(object);
    if (!is_article && !has_own_text(object, fields))
        return fmt::format("of the type {} (schema.org), not an article", types.front());
    read_properties(object, fields);
    return {};
}

std::optional<LinkedGraph> read_graph(dom::object object, const JsonFields& fields) {
    dom::array nodes;
    if (!fields.has_mark(JsonMark::linked) || fields.has_text() ||
        object.at_key("@graph").get(nodes) != simdjson::SUCCESS) {
        return std::nullopt;
    }
    const Graph graph(nodes);
    LinkedGraph found;
    for (const dom::object node : graph.nodes()) {
        if (!is_article_object(node)) continue;
        LinkedArticle& article = found.articles.emplace_back(LinkedArticle{node, JsonFields(node)});
        read_properties(node, article.fields);
        graph.resolve(node, "author", ArticleField::byline, article.fields);
        graph.resolve(node, "publisher", ArticleField::source, article.fields);
        graph.resolve(node, "isPartOf", ArticleField::source, article.fields);
        graph.resolve(node, "isPartOf", ArticleField::language, article.fields);
    }
    found.problem = fmt::format("a graph without an article (schema.org: {})", types_in(graph));
    return found;
}

}  // namespace dateline
