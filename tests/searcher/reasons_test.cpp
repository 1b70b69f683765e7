#include "searcher/reasons.hpp"

#include <nlohmann/json.hpp>

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

TEST_CASE("relaxations admit the article") {
    const Archive archive;
    CHECK(archive.of("nato pre/2 soldiers").relaxations == Texts{"with nato pre/5 soldiers"});
    CHECK(archive.of("nato pre/5 soldiers").matches);
    CHECK(archive.of("soldiers pre/2 nato").relaxations == Texts{"without soldiers pre/2 nato"});
    CHECK(archive.of("(zebra AND quagga) OR (nato AND okapi)").relaxations ==
          Texts{"without okapi"});
    CHECK(archive.of("nato zebra quagga", "a", {WordsNeeded::all}).relaxations ==
          Texts{"with --min 1"});
}

TEST_CASE("reasons are printed as text and as one object") {
    const Archive archive;
    const Reasons reasons = archive.of("nato source:wire");
    const std::string text = render_reasons_text(reasons);
    CHECK(text.starts_with("a does not match\n  source:wire: its source is \"Harbour Post\"\n"));
    CHECK(text.find("it would match\n  without source:wire\n") != std::string::npos);
    const auto object = nlohmann::json::parse(render_reasons_jsonl(reasons));
    CHECK(object["matches"] == false);
    CHECK(object["excluded"][0]["clause"] == "source:wire");
    CHECK(object["parts"][0]["passages"][0]["number"] == 1);
}
