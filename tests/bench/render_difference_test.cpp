#include "bench/render_difference.hpp"

#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/bench/evaluated_runs.hpp"
#include "tests/catch.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

RunDifference some_difference(bool has_qrels) {
    RunDifference difference{
        .first = "a.run",
        .second = "b.run",
        .topics = {{"t1", {1, 1, 1}, 1, 1, 1}, {"t2", {0.5, 0.25, 0.25}, 0.25, 0, 12}}};
    if (has_qrels) difference.evaluation = evaluated(2);
    return difference;
}

}  // namespace

TEST_CASE("how alike two runs are, and which topics are least alike") {
    CHECK(render_difference_text(some_difference(false), 80) ==
          "A: a.run\n"
          "B: b.run\n"
          "2 topics in both, RBO with p = 0.9\n"
          "\n"
          "measure         mean\n"
          "overlap@10    0.7500\n"
          "overlap@100   0.6250\n"
          "overlap@1000  0.6250\n"
          "RBO           0.6250\n"
          "\n"
          "topics that move most\n"
          "topic     RBO  overlap@10  A's first  B's first\n"
          "t2     0.2500      0.5000          -         12\n"
          "\n"
          "A's first, B's first: the rank at which the other run has the document that this\n"
          "run has first\n");
    const std::string with_qrels = render_difference_text(some_difference(true), 80);
    CHECK(with_qrels.find("against the qrels: 2 topics\n") != std::string::npos);
    CHECK(with_qrels.find("p (t)") != std::string::npos);
}

TEST_CASE("runs with the same answers are said to be so") {
    RunDifference difference = some_difference(false);
    difference.topics.pop_back();
    CHECK(render_difference_text(difference, 80).ends_with("\nthe answers are the same\n"));
}

TEST_CASE("each topic and measure is an object with every key") {
    std::istringstream lines(render_difference_jsonl(some_difference(true)));
    std::vector<nlohmann::ordered_json> objects;
    for (std::string line; std::getline(lines, line);)
        objects.push_back(nlohmann::ordered_json::parse(line));
    // Four likenesses and two measures, of two topics and all.
    REQUIRE(objects.size() == 3 * (4 + 2));
    for (const auto& object : objects) CHECK(object.size() == objects[0].size());
    CHECK(objects[7]["topic"] == "t2");
    CHECK(objects[7]["measure"] == "rbo");
    CHECK(objects[7]["value"] == 0.25);
    CHECK(objects[7]["first"].is_null());
    CHECK(objects[8]["topic"] == "all");
    CHECK(objects[14]["topic"] == "all");
    CHECK(objects[14]["measure"] == "recip_rank");
    CHECK(objects[14]["first"] == 0.75);
    CHECK(objects[14]["second"] == 1.0);
    CHECK(objects[14]["value"] == 0.25);
    CHECK(objects[14]["wins"] == 1);
}

TEST_CASE("csv has a row a topic and measure") {
    const std::string csv = render_difference_csv(some_difference(false));
    CHECK(csv.starts_with("topic,measure,value,first,second,t_test,"));
    CHECK(csv.find("\r\nt2,overlap_100,0.25,,,,,,,,\r\n") != std::string::npos);
}
