#include "searcher/text_relaxation.hpp"
#include "tests/catch.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

struct Archive {
    Archive() : sample(articles()), index(sample.open()) {}

    static std::vector<Article> articles() {
        Article dated = article("a", "Storm", "Ships wait in Baghdad.");
        dated.date.raw = "2019-11-30";
        dated.source = "Harbour Post";
        dated.byline = "Jane M. Doe";
        return {dated, article("b", "", "Nothing else.")};
    }
    Relaxation of(const std::string& clause, const std::string& id = "a") const {
        ArticleProbe probe(index, *index.find_article(id), {}, AnswerUnit::article, 0);
        const Query query = parse_query(clause);
        INFO(clause);
        REQUIRE_FALSE(probe.holds(query));
        return relaxed_filter(probe, query);
    }
    std::string text(const std::string& clause, const std::string& id = "a") const {
        const Relaxation relaxation = of(clause, id);
        return relaxation.query ? to_string(*relaxation.query) : "";
    }

    SampleIndex sample;
    Index index;
};

}  // namespace

TEST_CASE("of a range of dates the end that the article lies beyond is moved to it") {
    const Archive archive;
    CHECK(archive.text("date:2020") == "date:2019-11-30..2020-12-31");
    CHECK(archive.of("date:2020").reason == "the article is of 2019-11-30, 32 days before");
    CHECK(archive.text("date:..2019-11-29") == "date:..2019-11-30");
    CHECK(archive.of("date:..2019-11-29").reason == "the article is of 2019-11-30, 1 day after");
    CHECK(archive.text("after:2019") == "date:2019-11-30..");
    CHECK(archive.text("date:none") == "date:2019-11-30 OR date:none");
    CHECK(archive.text("date:2020", "b") == "date:2020-01-01..2020-12-31 OR date:none");
    CHECK(archive.of("date:2020", "b").reason == "the article has no date");
}

TEST_CASE("of a value its beginning, of a name its parts or the text are told") {
    const Archive archive;
    CHECK(archive.text("source:harbour") == "source:harbour*");
    CHECK(archive.text("source:wire").empty());
    CHECK(archive.of("source:wire").reason == "its source is \"Harbour Post\"");
    CHECK(archive.text("byline:\"jane doe\"") == "byline:jane AND byline:doe");
    CHECK(archive.text("byline:\"jane smith\"") == "byline:jane");
    CHECK(archive.text("place:baghdad") == "baghdad");
    CHECK(archive.of("place:baghdad").reason == "the article has no place");
}
