#include "searcher/relaxation.hpp"

#include "tests/catch.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

struct Relaxed {
    Relaxed()
        : sample({article("a", "Storm warning",
                          "The navy sails at dawn with its largest ship. Harbour masters wait.\n\n"
                          "Later the navy returned to harbour, and the navy slept.")}),
          index(sample.open()),
          probe(index, *index.find_article("a"), {}, AnswerUnit::article, 0) {}

    Relaxation of(const std::string& clause) {
        const Query query = parse_query(clause);
        INFO(clause);
        REQUIRE_FALSE(probe.holds(query));
        return smallest_relaxation(probe, query);
    }
    std::string text(const std::string& clause) {
        const Relaxation relaxation = of(clause);
        return relaxation.query ? to_string(*relaxation.query) : "";
    }
    // By a probe of its own, since one probe asks no more than so much.
    bool holds(const std::string& clause) const {
        ArticleProbe other(index, *index.find_article("a"), {}, AnswerUnit::article, 0);
        return other.holds(parse_query(clause));
    }

    SampleIndex sample;
    Index index;
    ArticleProbe probe;
};

}  // namespace

TEST_CASE("of words too far apart the least distance is told") {
    Relaxed relaxed;
    CHECK(relaxed.text("navy w/2 dawn") == "navy w/3 dawn");
    CHECK_FALSE(relaxed.holds("navy w/2 dawn"));
    CHECK(relaxed.of("navy w/2 dawn").reason == "the nearest are 3 words apart");
    CHECK(relaxed.text("navy pre/2 dawn") == "navy pre/3 dawn");
    CHECK(relaxed.text("storm w/5 navy") == "storm AND navy");
}

TEST_CASE("of words in the other order, any order or further apart is told") {
    Relaxed relaxed;
    CHECK(relaxed.text("dawn pre/3 navy") == "dawn w/3 navy");
    CHECK(relaxed.of("dawn pre/3 navy").reason ==
          "they stand 3 words apart, but in the other order");
    CHECK(relaxed.text("ship pre/1 masters") == "ship pre/2 masters");
}

TEST_CASE("beyond a sentence or paragraph, the paragraph or so many words are told") {
    Relaxed relaxed;
    CHECK(relaxed.text("ship w/s masters") == "ship w/p masters");
    CHECK(relaxed.text("masters pre/s ship") == "masters w/p ship");
    CHECK(relaxed.text("dawn pre/s navy") == "dawn w/s navy");
    const std::string further = relaxed.text("dawn w/p slept");
    REQUIRE(further == "dawn w/17 slept");
    CHECK_FALSE(relaxed.holds("dawn w/16 slept"));
}

TEST_CASE("of what occurs less often the greatest number is told") {
    Relaxed relaxed;
    CHECK(relaxed.text("atleast9(navy)") == "atleast3(navy)");
    CHECK_FALSE(relaxed.holds("atleast4(navy)"));
    CHECK(relaxed.of("atleast9(navy)").reason == "it occurs 3 times");
    CHECK(relaxed.text("atleast2(dawn)") == "dawn");
    CHECK(relaxed.of("atleast2(dawn)").reason == "it occurs once");
    CHECK(relaxed.text("atleast4(navi~1)") == "atleast3(navi~1)");
    CHECK(relaxed.text("atleast4(zebra)").empty());
}

TEST_CASE("a side that is not there is left out, or told as it is there") {
    Relaxed relaxed;
    CHECK(relaxed.text("navy w/3 zebra") == "navy");
    CHECK(relaxed.of("navy w/3 zebra").reason == "the article does not have zebra");
    CHECK(relaxed.text("=ships w/9 dawn") == "ships w/9 dawn");
    CHECK(relaxed.text("zebra w/3 quagga").empty());
    CHECK(relaxed.text("headline:(navy w/3 dawn)") == "hlead:navy w/3 hlead:dawn");
}

TEST_CASE("what must not be near may come nearer") {
    Relaxed relaxed;
    CHECK(relaxed.text("dawn NOT w/9 navy") == "dawn w/2 (NOT navy)");
    CHECK(relaxed.of("dawn NOT w/9 navy").reason == "wherever dawn stands, navy is near it");
    CHECK(relaxed.text("sails NOT w/9 navy") == "sails");
}

TEST_CASE("every relaxed clause holds") {
    Relaxed relaxed;
    const std::string sides[] = {"navy",       "=sailing",      "\"harbour masters wait\"",
                                 "zebra",      "dawn~1",        "(ship OR \"at dawn\")",
                                 "caps(NAVY)", "headline:storm"};
    for (const std::string& left : sides)
        for (const std::string& right : sides)
            for (const char* near : {"w/1", "pre/2", "w/s", "pre/s", "w/p", "NOT w/5"}) {
                const Query query = parse_query(left + " " + near + " " + right);
                if (relaxed.holds(to_string(query))) continue;
                ArticleProbe probe(relaxed.index, *relaxed.index.find_article("a"), {},
                                   AnswerUnit::article, 0);
                const Relaxation relaxation = smallest_relaxation(probe, query);
                INFO(to_string(query));
                REQUIRE_FALSE(relaxation.reason.empty());
                if (!relaxation.query) continue;
                INFO(to_string(*relaxation.query));
                REQUIRE(relaxed.holds(to_string(*relaxation.query)));
            }
}
