#include "corpus/formats/json_article.hpp"

#include "corpus/clean_text.hpp"
#include "corpus/formats/article_date.hpp"
#include "corpus/formats/json_envelope.hpp"
#include "corpus/formats/json_fields.hpp"
#include "corpus/formats/json_linked.hpp"
#include "corpus/formats/json_path.hpp"
#include "corpus/formats/json_schemas.hpp"
#include "corpus/language_code.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace dateline {
namespace {

std::string list_keys(dom::object object) {
    constexpr std::size_t most_keys = 12;
    std::string list;
    std::size_t count = 0;
    for (const dom::key_value_pair pair : object) {
        if (++count > most_keys) return list + ", ...";
        if (count > 1) list += ", ";
        list += clean_line(pair.key);
    }
    return list;
}

std::string_view kind_of(dom::element element) {
    switch (element.type()) {
        case dom::element_type::ARRAY:
            return "an array";
        case dom::element_type::STRING:
            return "a string";
        case dom::element_type::BOOL:
            return "true or false";
        case dom::element_type::NULL_VALUE:
            return "null";
        default:
            return "a number";
    }
}

JsonReading not_an_object(dom::element element) {
    JsonReading reading;
    reading.problem = fmt::format("{} where an object was expected", kind_of(element));
    return reading;
}

JsonReading skip(std::string reason) {
    JsonReading reading;
    reading.problem = std::move(reason);
    reading.is_skip = true;
    return reading;
}

/// "https://www.post.example/world" is post.example.
std::string_view host_of(std::string_view url) {
    url.remove_prefix(std::min(url.find("//") + 2, url.size()));
    if (url.starts_with("www.")) url.remove_prefix(4);
    return url.substr(0, url.find_first_of("/:?#"));
}

/// Some programs give the address of the article as its source.
void tell_source_from_url(Article& article) {
    if (!article.source.starts_with("http://") && !article.source.starts_with("https://")) return;
    if (article.url.empty()) article.url = article.source;
    article.source = std::string(host_of(article.source));
}

/// "... [+1234 chars]" at the end, as NewsAPI has it for what it holds back; empty where it is not.
std::string_view held_back(std::string_view body) {
    const std::size_t begin = body.rfind("[+");
    if (begin == body.npos || !body.ends_with(" chars]")) return {};
    const std::string_view mark = body.substr(begin);
    const std::string_view count =
        mark.substr(2, mark.size() - std::string_view("[+ chars]").size());
    const bool is_number =
        !count.empty() && count.find_first_not_of("0123456789") == std::string_view::npos;
    return is_number ? mark : std::string_view();
}

JsonReading article_of(const JsonFields& fields, const DateOptions& dates) {
    JsonReading reading;
    Article& article = reading.article.emplace();
    article.headline = clean_line(fields[ArticleField::headline]);
    article.body = clean_body(fields[ArticleField::body]);
    if (const std::string_view mark = held_back(article.body); !mark.empty()) {
        reading.warnings.push_back(fmt::format("the text is cut short where it says \"{}\"", mark));
        article.body =
            clean_body(std::string_view(article.body).substr(0, article.body.size() - mark.size()));
    }
    article.id = clean_line(fields[ArticleField::id]);
    article.url = clean_line(fields[ArticleField::url]);
    article.source = clean_line(fields[ArticleField::source]);
    article.section = clean_line(fields[ArticleField::section]);
    article.byline = clean_byline(fields[ArticleField::byline]);
    article.place = clean_line(fields[ArticleField::place]);
    article.language = language_code(fields[ArticleField::language]);
    const DateReading date = read_date(clean_line(fields[ArticleField::date]), dates);
    article.date = date.date;
    if (std::string warning = date_warning(date); !warning.empty())
        reading.warnings.push_back(std::move(warning));
    tell_source_from_url(article);
    return reading;
}

/// The object around a record, and the record inside: {"_id": "7", "_source": {...}}; or a record
/// that keeps some of its fields in an object of their own.
void unwrap(dom::object& object, JsonFields& fields) {
    constexpr int deepest = 3;
    for (int depth = 0; depth < deepest; ++depth) {
        if (fields.has_whole_body() && fields.has(ArticleField::headline)) return;
        const bool had_text = fields.has_text();
        const std::vector<JsonFields::Wrapped> wrapped = fields.wrapped();
        for (const JsonFields::Wrapped& candidate : wrapped) {
            dom::object inner;
            if (candidate.value.get(inner) != simdjson::SUCCESS) continue;
            JsonFields inner_fields(inner);
            if (had_text) {
                fields.fill(std::move(inner_fields));
            } else if (inner_fields.has_text() || !inner_fields.wrapped().empty()) {
                inner_fields.fill(std::move(fields));
                fields = std::move(inner_fields);
                object = inner;
                break;
            }
        }
        if (had_text) return;
    }
}

/// {"index": {"_id": "7"}}: what Elasticsearch is to do with the record on the next line.
bool is_bulk_action(dom::object object) {
    constexpr std::array<std::string_view, 4> actions{"index", "create", "update", "delete"};
    if (object.size() != 1) return false;
    const dom::key_value_pair pair = *object.begin();
    dom::object target;
    if (std::ranges::find(actions, pair.key) == actions.end() ||
        pair.value.get(target) != simdjson::SUCCESS)
        return false;
    return std::all_of(target.begin(), target.end(), [](const dom::key_value_pair& member) {
        return member.key.starts_with('_') || member.key == "routing";
    });
}

class ArticleReading {
  public:
    ArticleReading(std::string_view bytes, const ReadOptions& options, const JsonReadingSink& sink)
        : bytes_(bytes), options_(options), sink_(sink) {}

    void read(dom::element document) {
        dom::object object;
        if (document.get(object) != simdjson::SUCCESS) return sink_(not_an_object(document));
        JsonFields fields(object);
        if (!fields.is_article() && !has_mapped_text(object)) {
            if (auto graph = read_graph(object, fields)) return read_all(*std::move(graph));
            if (const auto envelope = find_envelope(
                    object, fields, [&](dom::object inner) { return has_mapped_text(inner); })) {
                for (const JsonEnvelope& list : all_lists(object, *envelope)) read_all(list);
                return;
            }
        }
        sink_(read_record(object, std::move(fields)));
    }

  private:
    void read_all(LinkedGraph graph) {
        if (graph.articles.empty()) return sink_(skip(std::move(graph.problem)));
        for (LinkedArticle& article : graph.articles) {
            JsonReading reading = read_record(article.object, std::move(article.fields));
            if (graph.articles.size() > 1) reading.offset = 0;
            sink_(std::move(reading));
        }
    }

    void read_all(const JsonEnvelope& envelope) {
        const std::vector<std::size_t> offsets = record_offsets(bytes_, envelope);
        for (std::size_t i = 0; i < envelope.records.size(); ++i) {
            JsonReading reading = read_enveloped(envelope, i);
            reading.offset = i < offsets.size() ? offsets[i] : 0;
            sink_(std::move(reading));
        }
    }

    JsonReading read_enveloped(const JsonEnvelope& envelope, std::size_t number) const {
        dom::object object;
        const dom::element record = envelope.records[number];
        if (record.get(object) != simdjson::SUCCESS) return not_an_object(record);
        JsonReading reading = read_record(object, JsonFields(object));
        if (!reading.article) return reading;
        Article& article = *reading.article;
        if (article.id.empty() && !envelope.keys.empty())
            article.id = clean_line(envelope.keys[number]);
        if (article.source.empty()) article.source = clean_line(envelope.source);
        if (article.language.empty()) article.language = language_code(envelope.language);
        return reading;
    }

    JsonReading read_record(dom::object record, JsonFields fields) const {
        dom::object object = record;
        unwrap(object, fields);
        const bool has_no_records = fields.has_mark(JsonMark::no_records);
        std::string reason = read_by_schema(object, fields);
        const bool is_mapped = apply_map(record, fields);
        if (!reason.empty() && !is_mapped) return skip(std::move(reason));
        JsonReading reading = article_of(fields, options_.dates);
        if (reading.article->headline == "[Removed]") return skip("removed by its publisher");
        if (!reading.article->headline.empty() || !reading.article->body.empty()) return reading;
        if (is_bulk_action(record)) return skip("an action of Elasticsearch's bulk format");
        if (has_no_records) return skip("an envelope without records");
        JsonReading failed;
        failed.problem = fmt::format("has neither headline nor body (keys: {})", list_keys(object));
        return failed;
    }

    /// True where a headline or a body was found by it.
    bool apply_map(dom::object record, JsonFields& fields) const {
        std::optional<ArticleField> found;
        bool has_text = false;
        const FieldMap& map = options_.map;
        for (std::size_t i = 0; i < map.paths.size(); ++i) {
            const auto& [field, path] = map.paths[i];
            if (found == field) continue;
            RawText text = text_at_path(record, path, field);
            const bool is_there = !is_blank(view_of(text));
            map.count(i, is_there);
            if (!is_there) continue;
            fields.set(field, std::move(text));
            found = field;
            has_text |= field == ArticleField::headline || field == ArticleField::body;
        }
        return has_text;
    }

    bool has_mapped_text(dom::object object) const {
        for (const auto& [field, path] : options_.map.paths) {
            if (field != ArticleField::headline && field != ArticleField::body) continue;
            const RawText text = text_at_path(object, path, field);
            if (!is_blank(view_of(text))) return true;
        }
        return false;
    }

    std::string_view bytes_;
    const ReadOptions& options_;
    const JsonReadingSink& sink_;
};

}  // namespace

void read_json_articles(dom::element document, std::string_view bytes, const ReadOptions& options,
                        const JsonReadingSink& sink) {
    ArticleReading(bytes, options, sink).read(document);
}

}  // namespace dateline
