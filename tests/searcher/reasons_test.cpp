#include "searcher/reasons.hpp"

#include "searcher/search.hpp"
#include "tests/catch.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

using Texts = std::vector<std::string>;

struct Archive {
    Archive() : sample(articles()), index(sample.open()) {}

    static std::vector<Article> articles() {
        Article dated = article("a", "NATO in Iraq", "NATO trains all its new soldiers in Iraq.");
        dated.date.raw = "2019";
        dated.source = "Harbour Post";
        return {dated, article("b", "", "Nothing else.")};
    }
    Reasons of(const std::string& query, const std::string& id = "a",
               WordsNeeded needed = {}) const {
        const MatchedIndex matched(index, parse_query(query), needed);
        return find_reasons(matched, *index.find_article(id));
    }
    Texts clauses(const std::string& query) const {
        Texts found;
        for (const Excluded& excluded : of(query).excluded) found.push_back(excluded.clause);
        return found;
    }
    std::string reason(const std::string& query) const { return of(query).excluded.at(0).reason; }

    SampleIndex sample;
    Index index;
};

}  // namespace

TEST_CASE("a match tells what each word adds to the score that search shows") {
    const Archive archive;
    const Reasons reasons = archive.of("nato zebra -nothing");
    CHECK(reasons.matches);
    CHECK(reasons.excluded.empty());
    CHECK(reasons.score ==
          search(archive.index, parse_query("nato zebra -nothing"), {}).hits.at(0).score);
    REQUIRE(reasons.parts.size() == 3);
    REQUIRE(reasons.parts[0].passages.size() == 1);
    CHECK(reasons.parts[0].passages[0].score ==
          reasons.parts[0].weight * reasons.parts[0].passages[0].impact);
    CHECK(reasons.parts[1].passages.empty());
    CHECK(reasons.parts[2].weight == 0);
}

TEST_CASE("the clauses that keep an article out are named, and only they") {
    const Archive archive;
    CHECK(archive.clauses("nato AND zebra AND iraq") == Texts{"zebra"});
    CHECK(archive.clauses("nato NOT iraq") == Texts{"NOT iraq"});
    CHECK(archive.clauses("+nato -iraq") == Texts{"iraq"});
    CHECK(archive.clauses("zebra quagga") == Texts{"zebra", "quagga"});
    CHECK(archive.clauses("nato source:wire date:2020") ==
          Texts{"source:wire", "date:2020-01-01..2020-12-31"});
}

TEST_CASE("reasons say what is with the article") {
    const Archive archive;
    CHECK(archive.reason("nato date:2019-05") ==
          "of the article only 2019 is known, which counts as its first day");
    CHECK(archive.reason("nato source:wire") == "its source is \"Harbour Post\"");
    CHECK(archive.reason("nato byline:doe") == "the article has no byline");
    CHECK(archive.reason("nato pre/2 soldiers") == "the nearest are 5 words apart");
    CHECK(archive.of("date:2020", "b").excluded.at(0).reason == "the article has no date");
}

TEST_CASE("relaxations admit the article, and the query with them is told") {
    const Archive archive;
    const Reasons wider = archive.of("nato pre/2 soldiers");
    CHECK(wider.relaxations == Texts{"with nato pre/5 soldiers"});
    CHECK(wider.relaxed_query == "nato pre/5 soldiers");
    CHECK(archive.of("nato pre/5 soldiers").matches);
    const Reasons either = archive.of("(zebra AND quagga) OR (nato AND okapi)");
    CHECK(either.relaxations == Texts{"without okapi"});
    CHECK(either.relaxed_query == "zebra AND quagga OR nato");
    CHECK(archive.of("nato date:2020 NOT (iraq OR zebra)").relaxed_query ==
          "nato date:2019-01-01..2020-12-31 AND NOT zebra");
    CHECK(archive.of("nato zebra quagga", "a", {WordsNeeded::all}).relaxations ==
          Texts{"with --min 1"});
    CHECK(archive.of("nato zebra quagga", "a", {WordsNeeded::all}).relaxed_query ==
          "--min 1 nato zebra quagga");
    CHECK(archive.of("+nato -iraq").relaxed_query == "nato");
}

TEST_CASE("of bare words of which none is there the one most like a word of the text is told") {
    const Archive archive;
    CHECK(archive.of("zebra soldoers").relaxed_query == "zebra soldoers~1");
    CHECK(archive.of("zebra quagga date:2019").relaxed_query == "date:2019-01-01..2019-12-31");
}

TEST_CASE("where nothing of a query is there no relaxation is told") {
    const Archive archive;
    for (const char* query : {"zebra", "zebra OR quagga", "NOT nato", "zebra w/3 quagga"}) {
        INFO(query);
        CHECK(archive.of(query).relaxations.empty());
        CHECK(archive.of(query).relaxed_query.empty());
    }
}

TEST_CASE("every relaxed query matches the article") {
    const Archive archive;
    const char* clauses[] = {"nato",       "zebra",           "\"soldiers nato\"",
                             "=soldier",   "atleast3(nato)",  "nato pre/1 iraq",
                             "date:2021",  "source:harbour",  "headline:soldiers",
                             "caps(nato)", "soldi* w/s zebra"};
    for (const std::string a : clauses)
        for (const std::string b : clauses)
            for (const std::string joint : {" AND ", " NOT ", " OR ", " ", " -"}) {
                const std::string query = joint == " -" ? a + " -(" + b + ")" : a + joint + b;
                const Reasons reasons = archive.of(query);
                INFO(query << " -> " << reasons.relaxed_query);
                if (!reasons.relaxed_query.empty())
                    REQUIRE(archive.of(reasons.relaxed_query).matches);
                REQUIRE(reasons.relaxations.empty() == reasons.relaxed_query.empty());
            }
}

TEST_CASE("of a clause too long to be looked into no reason is made up") {
    const Archive archive;
    std::string near = "(nato w/3 soldiers)";
    for (int i = 0; i < 49; ++i)
        near += " w/5 (" + std::string(i % 2 ? "soldiers" : "nato") + " OR " +
                std::string(400, 'x') + ")";
    const Reasons reasons = archive.of(near + " w/1 zebra");
    CHECK(reasons.excluded.at(0).reason == "it does not hold; the query is too long to tell more");
    CHECK(reasons.relaxations.empty());
}
