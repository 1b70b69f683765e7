#define XXH_INLINE_ALL
#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "corpus/article_id.hpp"
#include "searcher/json_line.hpp"
#include "searcher/render.hpp"

namespace dateline {

namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

// Scores have no meaning beyond the sixth decimal.
double rounded(double score) { return std::round(score * 1e6) / 1e6; }

Json ranges(const std::vector<TextRange>& matches) {
    Json out = Json::array();
    for (const TextRange match : matches) out.push_back({match.begin, match.end});
    return out;
}

std::string digest(std::string_view text) {
    return fmt::format("{:08x}", XXH3_64bits(text.data(), text.size()) >> 32);
}

void add_heading(Json& object, const Article& article) {
    object["date"] = text_or_null(iso_date(article.date));
    object["date_precision"] = name_of(article.date.precision);
    object["headline"] = text_or_null(article.headline);
}

void add_fields(Json& object, const Article& article) {
    object["source"] = text_or_null(article.source);
    object["section"] = text_or_null(article.section);
    object["byline"] = text_or_null(article.byline);
    object["place"] = text_or_null(article.place);
    object["language"] = text_or_null(article.language);
    object["url"] = text_or_null(article.url);
    object["path"] = text_or_null(article.origin.path);
    object["root"] = text_or_null(article.origin.root);
    object["member"] = text_or_null(article.origin.member);
    object["offset"] = article.origin.offset;
}

Json passage_object(const PassageHit& passage, const std::string& article) {
    return {{"id", passage_id(article, passage.number)},
            {"number", passage.number},
            {"start", passage.range.begin},
            {"end", passage.range.end},
            {"text", passage.text},
            {"matches", ranges(passage.matches)},
            {"score", rounded(passage.score)},
            {"digest", digest(passage.text)}};
}

Json copies_of(const ArticleHit& hit) {
    std::vector<std::string> ids;
    std::ranges::merge(hit.copies, hit.further_ids, std::back_inserter(ids));
    return ids;
}

Json answer_object(const ArticleHit& hit, std::size_t rank) {
    const Article& article = hit.article;
    Json object{
        {"rank", rank}, {"id", article.id}, {"article", article.id}, {"score", rounded(hit.score)}};
    add_heading(object, article);
    object["headline_matches"] = ranges(hit.headline_matches);
    add_fields(object, article);
    object["copies"] = copies_of(hit);
    object["more_passages"] = hit.more_passages;
    object["passages"] = Json::array();
    for (const PassageHit& passage : hit.passages) {
        object["passages"].push_back(passage_object(passage, article.id));
    }
    return object;
}

}  // namespace

std::string render_jsonl(const SearchResult& result) {
    std::string out;
    for (std::size_t i = 0; i < result.hits.size(); ++i) {
        out += json_line(answer_object(result.hits[i], i + 1));
    }
    return out;
}

std::string render_article_jsonl(const Article& article) {
    Json object{{"id", article.id}};
    add_heading(object, article);
    add_fields(object, article);
    object["line"] = article.origin.line;
    object["body"] = text_or_null(article.body);
    return json_line(object);
}

std::string render_passage_jsonl(const Article& article, const StoredPassage& passage) {
    const auto end = passage.begin + static_cast<std::uint32_t>(passage.text.size());
    Json object{{"id", passage_id(article.id, passage.number)},
                {"article", article.id},
                {"number", passage.number},
                {"start", passage.begin},
                {"end", end},
                {"text", passage.text},
                {"digest", digest(passage.text)}};
    add_heading(object, article);
    add_fields(object, article);
    object["line"] = article.origin.line;
    return json_line(object);
}

}  // namespace dateline
