#include "bench/evaluation_records.hpp"

#include <nlohmann/json.hpp>
#include <sstream>
#include <vector>

#include "tests/bench/evaluated_runs.hpp"
#include "tests/catch.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

std::vector<nlohmann::ordered_json> objects_of(const std::string& jsonl) {
    std::vector<nlohmann::ordered_json> objects;
    std::istringstream lines(jsonl);
    for (std::string line; std::getline(lines, line);)
        objects.push_back(nlohmann::ordered_json::parse(line));
    return objects;
}

}  // namespace

TEST_CASE("trec prints trec_eval's three columns") {
    CHECK(render_evaluation_trec(evaluated(1), false) ==
          "recip_rank            \tall\t0.7500\n"
          "P_1                   \tall\t0.5000\n");
    CHECK(render_evaluation_trec(evaluated(1), true) ==
          "recip_rank            \tt1\t1.0000\n"
          "P_1                   \tt1\t1.0000\n"
          "recip_rank            \tt2\t0.5000\n"
          "P_1                   \tt2\t0.0000\n"
          "recip_rank            \tall\t0.7500\n"
          "P_1                   \tall\t0.5000\n");
    CHECK(render_evaluation_trec(evaluated(2), false).find("runid                 \tall\tc\n") !=
          std::string::npos);
}

TEST_CASE("jsonl has an object a value, with every key") {
    const auto one = objects_of(render_evaluation_jsonl(evaluated(1), false));
    REQUIRE(one.size() == 2);
    CHECK(one[0]["run"] == "a,b");
    CHECK(one[0]["topic"] == "all");
    CHECK(one[0]["measure"] == "recip_rank");
    CHECK(one[0]["value"] == 0.75);
    CHECK(one[0]["difference"].is_null());
    CHECK(one[0]["t_test"].is_null());

    const auto two = objects_of(render_evaluation_jsonl(evaluated(2), true));
    REQUIRE(two.size() == 12);
    for (const auto& object : two) {
        CHECK(object.size() == one[0].size());
        CHECK(object.begin().key() == "run");
    }
    CHECK(two[8]["topic"] == "t2");
    CHECK(two[8]["difference"] == 0.5);
    CHECK(two[8]["wins"].is_null());
    CHECK(two[10]["topic"] == "all");
    CHECK(two[10]["difference"] == 0.25);
    CHECK(two[10]["wins"] == 1);
    CHECK(two[10]["ties"] == 1);
    CHECK(two[10]["permutations"] == 2);
    CHECK(two[10]["randomization_test"] == 1.0);
}

TEST_CASE("csv has jsonl's keys as header and a row a value") {
    const std::string csv = render_evaluation_csv(evaluated(1), false);
    CHECK(
        csv.starts_with("run,topic,measure,value,difference,t_test,randomization_test,"
                        "permutations,wins,losses,ties\r\n"
                        "\"a,b\",all,recip_rank,0.75,,,,,,,\r\n"));
}
