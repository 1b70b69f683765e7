#include "searcher/text_relaxation.hpp"

#include "tests/catch.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

struct Archive {
    Archive()
        : sample({article("a", "Storm warning",
                          "Training missions began. A train to the US left us. Ships, a big ship, "
                          "and the Harbour Master of the old harbour wait.")}),
          index(sample.open()),
          probe(index, *index.find_article("a"), {}, AnswerUnit::article, 0) {}

    Relaxation of(const std::string& clause) {
        const Query query = parse_query(clause);
        INFO(clause);
        REQUIRE_FALSE(probe.holds(query));
        return relaxed_words(probe, query);
    }
    std::string text(const std::string& clause) {
        const Relaxation relaxation = of(clause);
        return relaxation.query ? to_string(*relaxation.query) : "";
    }
    bool holds(const std::string& clause) { return probe.holds(parse_query(clause)); }

    SampleIndex sample;
    Index index;
    ArticleProbe probe;
};

}  // namespace

TEST_CASE("of a form that is not there the forms that are there are told") {
    Archive archive;
    CHECK(archive.text("=trains") == "trains");
    CHECK(archive.of("=trains").reason == "it stands there only as Training, train");
}

TEST_CASE("of other letters those that are there are told") {
    Archive archive;
    CHECK(archive.text("caps(HARBOUR)") == "=HARBOUR");
    CHECK(archive.of("caps(HARBOUR)").reason == "it is written only Harbour, harbour");
    CHECK(archive.text("caps(\"harbour master\")") == "\"harbour master\"");
}

TEST_CASE("a pattern gets shorter, a fuzzy word fuzzier, as long as that helps") {
    Archive archive;
    CHECK(archive.text("missionar*") == "mission*");
    CHECK_FALSE(archive.holds("missiona*"));
    CHECK(archive.text("zeb*").empty());
    CHECK(archive.text("worniny~1") == "worniny~2");
    CHECK(archive.text("zebra~1").empty());
    CHECK(archive.of("zebra~1").reason == "the article has no word that fits");
}

TEST_CASE("of a word that is not there one like it is told") {
    Archive archive;
    CHECK(archive.text("harbeur") == "harbeur~1");
    CHECK(archive.of("harbeur").reason == "the article does not have it, but Harbour, harbour");
    CHECK(archive.text("zebra").empty());
}

TEST_CASE("of a word that stands elsewhere the next field that has it is told") {
    Archive archive;
    CHECK(archive.text("headline:ship") == "hlead:ship");
    CHECK(archive.text("body:warning") == "warning");
    CHECK(archive.text("headline:\"harbour master\"") == "hlead:\"harbour master\"");
    CHECK(archive.text("headline:zebra").empty());
}

TEST_CASE("a phrase gets looser by as little as does") {
    Archive archive;
    CHECK(archive.text("\"train us\"") == "\"train us\"~2");
    CHECK_FALSE(archive.holds("\"train us\"~1"));
    CHECK(archive.text("\"training mission\"") == "training pre/1 mission");
    CHECK(archive.text("\"missions training\"") == "=missions w/1 =training");
    CHECK(archive.text("\"mission training\"") == "mission pre/3 training");
    CHECK(archive.text("\"storm train\"") == "=storm AND =train");
    CHECK(archive.text("\"storm zebra\"") == "storm");
    CHECK(archive.of("\"storm zebra\"").reason == "the article does not have zebra");
    CHECK(archive.text("\"zebra quagga\"").empty());
}

TEST_CASE("offered changes are asked, and the least one that holds is kept") {
    Archive archive;
    SmallestChange change(archive.probe);
    change.offer(parse_query("zebra"), 1);
    CHECK_FALSE(change.query());
    change.offer(parse_query("storm"), 7);
    change.offer(parse_query("ship"), 9);
    CHECK(to_string(*change.query()) == "storm");
    CHECK(change.cost() == 7);
    CHECK(std::move(change).because("why").reason == "why");
}
