#include "indexer/segment_builder.hpp"

#include <xapian.h>

#include <map>

#include "corpus/articles_file.hpp"
#include "corpus/stored_passage.hpp"
#include "corpus/text_compressor.hpp"
#include "indexer/article_feed.hpp"
#include "indexer/passage_terms.hpp"
#include "tests/catch.hpp"
#include "tests/indexer/some_articles.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;

namespace {

using Terms = std::map<std::string, std::uint32_t>;

std::vector<SplitArticle> articles_in_order() {
    std::mt19937 random(1);
    PassageSplitter splitter;
    std::vector<Article> articles;
    for (int i = 0; i < 40; ++i)
        articles.push_back(test::random_article(random, "id" + std::to_string(i)));
    std::vector<SplitArticle> splits;
    const ArticleFeed feed = feed_of(articles, splitter);
    while (auto split = feed()) splits.push_back(*std::move(split));
    return splits;
}

SegmentInfo build(const std::filesystem::path& folder, const std::vector<SplitArticle>& splits) {
    Analyzers analyzers;
    SegmentBuilder builder(folder, "", analyzers);
    for (const SplitArticle& split : splits) builder.add(split);
    return builder.finish();
}

std::vector<Terms> terms_in(const Xapian::Database& database) {
    std::vector<Terms> found(database.get_doccount());
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term)
        for (auto posting = database.postlist_begin(*term); posting != database.postlist_end(*term);
             ++posting)
            found[*posting - 1][*term] = posting.get_wdf();
    return found;
}

}  // namespace

TEST_CASE("each passage is a document with its terms and its text") {
    const test::TemporaryFolder folder;
    const auto splits = articles_in_order();
    build(folder / "segment-1", splits);
    const Xapian::Database database((folder / "segment-1").string());
    const std::vector<Terms> found = terms_in(database);
    Analyzers analyzers;
    TextDecompressor decompressor("");
    Xapian::docid docid = 0;
    for (const SplitArticle& split : splits) {
        const auto expected = passage_terms(split.article, split.passages, analyzers);
        for (std::size_t i = 0; i < split.passages.size(); ++i) {
            ++docid;
            Terms terms;
            for (const auto& [term, impact] : expected[i].terms) terms.emplace(term, impact);
            REQUIRE(found.at(docid - 1) == terms);
            const std::string text =
                decompressor.decompress(database.get_document(docid).get_data());
            REQUIRE(decode_passage(text) == stored_passage(split.article, split.passages, i));
        }
    }
    CHECK(docid == database.get_doccount());
}

TEST_CASE("the articles file knows each article's place, day, language and hash") {
    const test::TemporaryFolder folder;
    const auto splits = articles_in_order();
    build(folder / "segment-1", splits);
    const ArticlesFile file(folder / "segment-1/articles");
    REQUIRE(file.article_count() == splits.size());
    DocId docid = 1;
    for (std::uint32_t i = 0; i < splits.size(); ++i) {
        const Article& article = splits[i].article;
        const ArticleEntry entry = file.entry(i);
        CHECK(entry.first_docid == docid);
        CHECK(entry.dated == article.date.known());
        if (entry.dated) {
            CHECK(entry.day == article.date.day);
            CHECK(entry.seconds + std::int64_t{entry.day} * 86'400 == article.date.instant);
        }
        CHECK(file.languages()[entry.language] == article.language);
        CHECK(entry.content_hash == content_hash(article));
        docid += static_cast<DocId>(splits[i].passages.size());
    }
}

TEST_CASE("the facts of a segment are those of its articles") {
    const test::TemporaryFolder folder;
    const auto splits = articles_in_order();
    const SegmentInfo info = build(folder / "segment-7", splits);
    SegmentInfo expected;
    expected.name = "segment-7";
    std::map<std::string, std::uint64_t> languages;
    for (const SplitArticle& split : splits) {
        const Article& article = split.article;
        ++expected.articles;
        expected.passages += split.passages.size();
        expected.text_bytes += article.headline.size() + article.body.size();
        ++languages[article.language];
        if (!article.date.known()) continue;
        const Day day = article.date.day;
        expected.last_day = expected.dated == 0 ? day : std::max(expected.last_day, day);
        expected.first_day = expected.dated == 0 ? day : std::min(expected.first_day, day);
        ++expected.dated;
    }
    expected.languages.assign(languages.begin(), languages.end());
    CHECK(info == expected);
}
