#include <nlohmann/json.hpp>

#include "searcher/reasons.hpp"
#include "tests/catch.hpp"

using namespace dateline;

namespace {

Reasons lacking() {
    Reasons reasons;
    reasons.id = "a";
    reasons.parts = {{"nato", 1500, {{2, 40, 60000}}}, {"zebra", 900, {}}};
    reasons.excluded = {{"source:wire", "its source is \"Harbour Post\""}};
    reasons.relaxations = {"without source:wire"};
    reasons.relaxed_query = "nato";
    return reasons;
}

}  // namespace

TEST_CASE("reasons are printed as text") {
    CHECK(render_reasons_text(lacking(), 80) ==
          "a does not match\n"
          "  source:wire: its source is \"Harbour Post\"\n"
          "it would match\n"
          "  without source:wire\n"
          "the query would be\n"
          "  nato\n"
          "looked for in its text (how much a passage is about it: 1 to 127)\n"
          "  nato: weight 1.500, passage #2 (40)\n"
          "  zebra: not in the article\n");
    Reasons none = lacking();
    none.relaxations.clear();
    none.relaxed_query.clear();
    CHECK(render_reasons_text(none, 80).find("no part of the query matches it\n") !=
          std::string::npos);
}

TEST_CASE("reasons are printed as one object") {
    const auto object = nlohmann::json::parse(render_reasons_jsonl(lacking()));
    CHECK(object["matches"] == false);
    CHECK(object["excluded"][0]["clause"] == "source:wire");
    CHECK(object["parts"][0]["passages"][0]["number"] == 2);
    CHECK(object["relaxations"][0] == "without source:wire");
    CHECK(object["query"] == "nato");
    Reasons match = lacking();
    match.relaxed_query.clear();
    CHECK(nlohmann::json::parse(render_reasons_jsonl(match))["query"].is_null());
}
