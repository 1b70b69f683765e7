#define XXH_INLINE_ALL
#include "searcher/article_record.hpp"

#include <fmt/format.h>
#include <xxhash.h>

#include <nlohmann/json.hpp>

namespace dateline {

using Json = nlohmann::ordered_json;

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

Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json range_list(const std::vector<TextRange>& ranges) {
    Json out = Json::array();
    for (const TextRange range : ranges) out.push_back({range.begin, range.end});
    return out;
}

std::string digest(std::string_view text) {
    return fmt::format("{:08x}", XXH3_64bits(text.data(), text.size()) >> 32);
}

}  // namespace dateline
