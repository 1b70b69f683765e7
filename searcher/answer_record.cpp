#include "searcher/answer_record.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "corpus/article_id.hpp"
#include "searcher/article_record.hpp"

namespace dateline {

namespace {

using Json = nlohmann::ordered_json;

Json passage_record(const PassageHit& passage, const std::string& article) {
    return {{"id", passage_id(article, passage.number)},
            {"number", passage.number},
            {"start", passage.range.begin},
            {"end", passage.range.end},
            {"text", passage.text},
            {"matches", range_list(passage.matches)},
            {"score", recorded_score(passage.score)},
            {"digest", digest(passage.text)}};
}

Json copies_of(const ArticleHit& hit) {
    std::vector<std::string> ids;
    std::ranges::merge(hit.copies, hit.further_ids, std::back_inserter(ids));
    return ids;
}

Json heading_of(const SearchResult& result, std::size_t index) {
    const ArticleHit& hit = result.hits[index];
    Json object{{"rank", result.rank(index)},
                {"id", id_of_hit(hit, result.unit)},
                {"article", hit.article.id},
                {"score", needs_scores(result.sort) ? Json(recorded_score(hit.score)) : Json()}};
    add_heading(object, hit.article);
    return object;
}

}  // namespace

double recorded_score(double score) { return std::round(score * 1e6) / 1e6; }

Json answer_record(const SearchResult& result, std::size_t index) {
    const ArticleHit& hit = result.hits[index];
    Json object = heading_of(result, index);
    object["headline_matches"] = range_list(hit.headline_matches);
    add_fields(object, hit.article);
    object["copies"] = copies_of(hit);
    object["more_passages"] = hit.more_passages;
    object["passages"] = Json::array();
    for (const PassageHit& passage : hit.passages)
        object["passages"].push_back(passage_record(passage, hit.article.id));
    return object;
}

Json answer_row(const SearchResult& result, std::size_t index) {
    const ArticleHit& hit = result.hits[index];
    Json object = heading_of(result, index);
    add_fields(object, hit.article);
    object["more_passages"] = hit.more_passages;
    const bool has_passage = !hit.passages.empty();
    object["passage_id"] =
        has_passage ? Json(passage_id(hit.article.id, hit.passages.front().number)) : Json();
    object["passage_text"] = has_passage ? Json(hit.passages.front().text) : Json();
    return object;
}

}  // namespace dateline
