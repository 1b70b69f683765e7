#include "searcher/segment.hpp"

#include <algorithm>
#include <fstream>

#include "corpus/error.hpp"
#include "tests/catch.hpp"
#include "tests/caught_error.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

std::vector<Article> three_articles() {
    std::vector<Article> articles{article("a", "Alliance talks", "Talks about bases."),
                                  article("b", "", "Talks, and more talks."),
                                  article("c", "Storm", "")};
    for (Article& made : articles) made.date.raw = "2020-01-05";
    return articles;
}

}  // namespace

TEST_CASE("postings ascend, name every passage with the term, and tell its weight") {
    const SampleIndex sample(three_articles());
    const Index index = sample.open();
    const Segment& segment = index.segments().front();
    const std::vector<Posting> talks = segment.postings("talk");
    REQUIRE(talks.size() == 2);
    CHECK(talks[0].docid == 1);
    CHECK(talks[1].docid == 2);
    CHECK(talks[0].impact > talks[1].impact);  // the headline weighs more
    CHECK(segment.postings("nobody").empty());
    CHECK(segment.postings("Stalk").size() == 1);
    CHECK(segment.holds_term("talk"));
    CHECK_FALSE(segment.holds_term("nobody"));
}

TEST_CASE("terms come by prefix, sorted, up to the limit") {
    const SampleIndex sample(three_articles());
    const Index index = sample.open();
    const Segment& segment = index.segments().front();
    CHECK(segment.terms_with("Q", 10) == std::vector<std::string>{"Qa", "Qb", "Qc"});
    CHECK(segment.terms_with("Q", 2).size() == 2);
    CHECK(segment.terms_with("Qx", 2).empty());
}

TEST_CASE("passages and headers come back as they were stored") {
    const SampleIndex sample(three_articles());
    const Index index = sample.open();
    const Segment& segment = index.segments().front();
    CHECK(segment.passage(1).text == "Talks about bases.");
    CHECK(segment.header(0).headline == "Alliance talks");
    CHECK(segment.header(2).id == "c");
    CHECK(segment.header(2).body.empty());
    CHECK(segment.fields(2).id == "c");
    CHECK(segment.fields(0).headline.empty());
}

TEST_CASE("postings can be had of some articles alone") {
    std::vector<Article> articles;
    std::string body;
    for (int i = 0; i < 60; ++i) body += "The talks went on for another day. ";
    for (int i = 0; i < 30; ++i)
        articles.push_back(article("a" + std::to_string(i), "Report " + std::to_string(i),
                                   i % 4 == 0 ? body : "Talks."));
    const SampleIndex sample(articles);
    const Index index = sample.open();
    const Segment& segment = index.segments().front();
    const std::vector<Posting> all = segment.postings("talk");
    CHECK(segment.frequency("talk") == all.size());
    CHECK(segment.postings("nobody", {0, 1}).empty());
    for (const ArticleSet& some : {ArticleSet{}, ArticleSet{0}, ArticleSet{3, 4, 8, 29}}) {
        std::vector<Posting> expected = all;
        std::erase_if(expected, [&](const Posting& posting) {
            return !contains(some, segment.articles().article_of(posting.docid));
        });
        CHECK(segment.postings("talk", some) == expected);
    }
}

TEST_CASE("a segment speaks of its living articles alone") {
    const SampleIndex sample(three_articles());
    sample.bury({"b", "c"});
    const Index index = sample.open();
    const Segment& segment = index.segments().front();
    CHECK(segment.article_count() == 1);
    CHECK(segment.articles().article_count() == 3);
    CHECK(segment.articles_between(0, 3) == ArticleSet{0});
    CHECK(segment.postings("talk").size() == 1);
    CHECK(segment.holds_term("talk"));
    CHECK_FALSE(segment.holds_term("storm"));
    CHECK_FALSE(segment.holds_term("Qb"));
    CHECK(segment.terms_with("Q", 10) == std::vector<std::string>{"Qa"});
}

TEST_CASE("how many living passages hold a term is the same by columns and by postings") {
    std::vector<Article> articles;
    for (int i = 0; i < 120; ++i) {
        std::string body = "The talks of day " + std::to_string(i % 40) + " went on. US voted.";
        for (int k = 0; k < i % 5; ++k) body += "\n\n" + std::string(120, 'x') + " vote, storm.";
        if (i % 7 == 0) body += " 北京市民投票 storms。";
        articles.push_back(
            article("a" + std::to_string(i), i % 3 == 0 ? "Storm talks" : "Votes", body));
        if (i % 4 == 0) articles.back().language = "de";
    }
    const SampleIndex sample(articles);
    for (const int dead : {0, 1, 30}) {
        if (dead > 0) {
            std::vector<std::string> ids;
            for (int i = 0; i < dead; ++i) ids.push_back("a" + std::to_string(3 * i));
            sample.bury(ids);
        }
        const Index index = sample.open();
        const Segment& segment = index.segments().front();
        const std::vector<std::string> terms = segment.terms_with("", 10'000);
        REQUIRE(terms.size() > 100);
        for (const std::string& term : terms) {
            INFO(term);
            CHECK(segment.living_frequency(term) == segment.postings(term).size());
        }
    }
}

TEST_CASE("a posting's place is found from wherever the search starts") {
    std::vector<Posting> postings;
    for (DocId docid = 2; docid < 200; docid += 1 + docid % 7) postings.push_back({docid, 1});
    for (DocId docid = 0; docid < 210; ++docid) {
        const auto expected = static_cast<std::size_t>(std::ranges::count_if(
            postings, [&](const Posting& posting) { return posting.docid < docid; }));
        for (std::size_t start = 0; start <= postings.size(); start += 3)
            REQUIRE(position_of(docid, postings, start) == expected);
    }
}

TEST_CASE("the cursor finds the same articles as the file does") {
    std::vector<Article> articles;
    std::string body;
    for (int i = 0; i < 400; ++i) body += "The talks went on for another day. ";
    for (int i = 0; i < 30; ++i)
        articles.push_back(article("a" + std::to_string(i), "Report " + std::to_string(i),
                                   i % 4 == 0 ? body : "Short."));
    const SampleIndex sample(articles);
    const Index index = sample.open();
    const ArticlesFile& file = index.segments().front().articles();
    REQUIRE(file.passage_count() > 100);
    for (const DocId step : {1U, 2U, 7U, 40U}) {
        ArticleCursor cursor(file);
        for (DocId docid = 1; docid <= file.passage_count(); docid += step)
            CHECK(cursor.article_of(docid) == file.article_of(docid));
    }
}

TEST_CASE("damaged tables are an error of the index") {
    const SampleIndex sample(three_articles());
    const std::string name = sample.open().manifest().segments.front().name;
    for (const char* file :
         {"iamglass", "articles", "text", "words", "frequencies", "forms", "pairs", "terms"}) {
        const std::filesystem::path path = sample.folder() / name / file;
        const std::string bytes = read_bytes(path);
        std::ofstream(path, std::ios::binary | std::ios::trunc) << "damaged";
        const Error error = caught_error([&] { return sample.open(); });
        CHECK(error.kind() == ErrorKind::index);
        CHECK(says(error, "damaged"));
        std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
    }
    CHECK(sample.open().article_count() == 3);
}

TEST_CASE("the posting lists of another segment are told where they name what is not there") {
    std::vector<Article> articles = three_articles();
    for (int i = 0; i < 300; ++i)
        articles.push_back(article("z" + std::to_string(i), "", "Talks and bases."));
    const SampleIndex large(articles);
    const SampleIndex small(three_articles());
    small.bury({"b"});
    std::filesystem::copy_file(large.folder() / "segment-1/postlist.glass",
                               small.folder() / "segment-1/postlist.glass",
                               std::filesystem::copy_options::overwrite_existing);
    const Index index = small.open();
    const Segment& segment = index.segments().front();
    for (const char* term : {"talk", "base"})
        CHECK(caught_error([&] { return segment.postings(term); }).kind() == ErrorKind::index);
    for (const Posting& posting : segment.postings("talk", {0, 1})) CHECK(posting.docid <= 2);
}
