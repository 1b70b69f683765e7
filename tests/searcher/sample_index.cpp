#include "tests/searcher/sample_index.hpp"

#include <nlohmann/json.hpp>

#include "indexer/index_archive.hpp"
#include "searcher/search.hpp"

namespace dateline::test {

namespace {

std::string json_line(const Article& article) {
    nlohmann::ordered_json object;
    const auto put = [&](const char* key, const std::string& value) {
        if (!value.empty()) object[key] = value;
    };
    put("id", article.id);
    put("url", article.url);
    put("headline", article.headline);
    put("body", article.body);
    put("source", article.source);
    put("section", article.section);
    put("byline", article.byline);
    put("place", article.place);
    put("language", article.language);
    put("date", article.date.raw);
    return object.dump() + "\n";
}

}  // namespace

SampleIndex::SampleIndex(const std::vector<Article>& articles, std::uint64_t batch_text_bytes) {
    std::string lines;
    for (const Article& article : articles) lines += json_line(article);
    IndexOptions options;
    options.index = folder();
    options.paths = {folder_.write("news.jsonl", lines).string()};
    options.reading.dates.today = *day_number({2021, 1, 1});
    options.batch_text_bytes = batch_text_bytes;
    GlobalOptions global;
    global.progress = ProgressChoice::none;
    Progress progress(global);
    index_archive(options, progress, [](const ReadEvent&) {});
}

Article article(const std::string& id, const std::string& headline, const std::string& body) {
    Article made;
    made.id = id;
    made.headline = headline;
    made.body = body;
    made.language = "en";
    return made;
}

std::vector<std::string> ids_of(const Index& index, const std::string& query) {
    std::vector<std::string> ids;
    for (const ArticleHit& hit : search(index, parse_query(query), {.limit = 0}).hits)
        ids.push_back(hit.article.id);
    return ids;
}

}  // namespace dateline::test
