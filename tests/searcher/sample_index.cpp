#include "tests/searcher/sample_index.hpp"

#include <fstream>
#include <nlohmann/json.hpp>

#include "indexer/index_archive.hpp"
#include "searcher/search.hpp"
#include "tests/replace_manifest.hpp"

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

void write_file(const std::filesystem::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

}  // namespace

SampleIndex::SampleIndex(const std::vector<Article>& articles, std::size_t segments) {
    IndexOptions options;
    options.index = folder();
    options.reading.dates.today = *day_number({2021, 1, 1});
    GlobalOptions global;
    global.progress = ProgressChoice::none;
    for (std::size_t segment = 0; segment < segments; ++segment) {
        std::string lines;
        for (std::size_t i = segment; i < articles.size(); i += segments)
            lines += json_line(articles[i]);
        const std::string name = "news-" + std::to_string(segment) + ".jsonl";
        options.paths = {folder_.write(name, lines).string()};
        Progress progress(global);
        index_archive(options, progress, [](const ReportedProblem&) {});
    }
}

void SampleIndex::bury(const std::vector<std::string>& ids) const {
    const Index index = open();
    Manifest manifest = index.manifest();
    for (std::size_t i = 0; i < index.segments().size(); ++i) {
        const ArticlesFile& articles = index.segments()[i].articles();
        Tombstones tombstones(articles.article_count());
        for (const std::string& id : ids)
            if (const auto place = index.find_article(id); place && place->segment == i)
                tombstones.bury(place->article);
        if (!tombstones.any()) continue;
        SegmentInfo& info = manifest.segments[i];
        info.tombstones = "tombstones-" + std::to_string(manifest.next_segment++);
        info.articles -= tombstones.count();
        for (std::uint32_t article = 0; article < articles.article_count(); ++article) {
            if (!tombstones.is_dead(article)) continue;
            info.passages -= articles.end_docid(article) - articles.first_docid(article);
            info.text_bytes -= articles.entry(article).text_bytes;
        }
        write_file(folder() / info.tombstones,
                   encode_tombstones(tombstones, articles.article_count()));
    }
    republish(folder(), std::move(manifest));
}

Article article(const std::string& id, const std::string& headline, const std::string& body) {
    Article made;
    made.id = id;
    made.headline = headline;
    made.body = body;
    made.language = "en";
    return made;
}

std::vector<Article> stored_articles(const Index& index) {
    std::vector<Article> articles;
    for (std::uint32_t segment = 0; segment < index.segments().size(); ++segment)
        for (std::uint32_t i = 0; i < index.segments()[segment].articles().article_count(); ++i)
            articles.push_back(index.article({segment, i}));
    return articles;
}

std::vector<std::string> ids_of(const Index& index, const std::string& query) {
    std::vector<std::string> ids;
    for (const ArticleHit& hit : search(index, parse_query(query), {.limit = 0}).hits)
        ids.push_back(hit.article.id);
    return ids;
}

}  // namespace dateline::test
