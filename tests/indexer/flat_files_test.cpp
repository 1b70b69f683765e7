#include "indexer/flat_files.hpp"

#include "corpus/articles_file.hpp"
#include "corpus/passage_texts.hpp"
#include "indexer/sketches_file.hpp"
#include "tests/catch.hpp"
#include "tests/indexer/built_segment.hpp"
#include "tests/indexer/varied_articles.hpp"

using namespace dateline;

namespace {

struct Written {
    test::TemporaryFolder folder;
    std::vector<Article> articles;
    std::vector<std::uint64_t> reports{};
    SegmentInfo info{};

    explicit Written(unsigned seed, int count = 80, std::size_t threads = 2)
        : articles(test::varied_articles(seed, count)) {
        const test::Batches batches = test::analyzed(articles, threads);
        const auto sources = test::sources_of(batches);
        articles = test::in_order(std::move(articles));
        std::filesystem::create_directory(folder / "segment-7");
        info = write_flat_files(folder / "segment-7", sources, in_document_order(sources),
                                [&](std::uint64_t bytes) { reports.push_back(bytes); });
    }
};

}  // namespace

TEST_CASE("the facts of a segment are those of its articles") {
    const Written written(1);
    PassageSplitter splitter;
    SegmentInfo expected;
    expected.name = "segment-7";
    std::map<std::string, std::uint64_t> languages;
    for (const Article& article : written.articles) {
        ++expected.articles;
        expected.passages += splitter.split(article.body, article.language).size();
        expected.text_bytes += article.headline.size() + article.body.size();
        ++languages[article.language];
        if (!article.date.known()) continue;
        const Day day = article.date.day;
        expected.last_day = expected.dated == 0 ? day : std::max(expected.last_day, day);
        expected.first_day = expected.dated == 0 ? day : std::min(expected.first_day, day);
        ++expected.dated;
    }
    expected.languages.assign(languages.begin(), languages.end());
    CHECK(written.info == expected);
}

TEST_CASE("the articles file knows each article's place, day, language, hash and size") {
    const Written written(2);
    const ArticlesFile file(written.folder / "segment-7/articles");
    file.verify();
    PassageSplitter splitter;
    REQUIRE(file.article_count() == written.articles.size());
    DocId docid = 1;
    for (std::uint32_t i = 0; i < file.article_count(); ++i) {
        const Article& article = written.articles[i];
        const ArticleEntry entry = file.entry(i);
        CHECK(entry.first_docid == docid);
        CHECK(entry.dated == article.date.known());
        CHECK(entry.day == article.date.day);
        if (entry.dated)
            CHECK(entry.seconds + std::int64_t{entry.day} * 86'400 == article.date.instant);
        CHECK(file.languages()[entry.language] == article.language);
        CHECK(entry.content_hash == content_hash(article));
        CHECK(entry.text_bytes == article.headline.size() + article.body.size());
        docid += static_cast<DocId>(splitter.split(article.body, article.language).size());
    }
    CHECK(file.passage_count() == docid - 1);
}

TEST_CASE("the texts are those of the passages, and the sketches those of the articles") {
    const Written written(3);
    const ArticlesFile articles(written.folder / "segment-7/articles");
    const PassageTexts texts(written.folder / "segment-7", articles);
    const SketchesFile sketches(written.folder / "segment-7/sketches");
    const test::Batches batches = test::analyzed(written.articles);
    PassageSplitter splitter;
    DocId docid = 1;
    for (std::uint32_t i = 0; i < written.articles.size(); ++i) {
        const Article& article = written.articles[i];
        REQUIRE(sketches.sketches()[i] == batches[0]->sketch(i));
        REQUIRE(texts.headline(docid) == article.headline);
        const auto passages = splitter.split(article.body, article.language);
        for (std::size_t n = 0; n < passages.size(); ++n) {
            StoredPassage expected = stored_passage(article, passages, n);
            expected.header.reset();
            REQUIRE(texts.passage(docid++) == expected);
        }
    }
}

TEST_CASE("the writing reports text so far, ascending, and ends when told to") {
    const Written written(4, 600);
    REQUIRE(written.reports.size() > 1);
    CHECK(std::ranges::is_sorted(written.reports));
    CHECK(written.reports.back() <= written.info.text_bytes);

    const test::TemporaryFolder folder;
    const test::Batches batches = test::analyzed(written.articles);
    const auto sources = test::sources_of(batches);
    CHECK_THROWS_AS(write_flat_files(folder.path(), sources, in_document_order(sources),
                                     [](std::uint64_t) { throw 7; }),
                    int);
}
