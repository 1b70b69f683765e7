#include "bench/run_file.hpp"

#include <algorithm>
#include <cstdlib>
#include <limits>

#include "bench/random_numbers.hpp"
#include "tests/catch.hpp"
#include "tests/caught_error.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

std::vector<std::string> docnos(const std::vector<RunEntry>& entries) {
    std::vector<std::string> names;
    for (const RunEntry& entry : entries) names.push_back(entry.docno);
    return names;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("a run is ranked by score, then docno, both descending; ranks are ignored") {
    const Run run = parse_run(
        "7 Q0 b 1 1.5 tag\n"
        "7 Q0 c 2 2.5 tag\n"
        "7 Q0 d 3 1.5 tag\n"
        "10 Q0 x 9 -1e-3 last\r\n"
        "\n"
        "7\tQ0\ta\t4\t+3\ttag\n",
        "run");
    REQUIRE(run.topics.size() == 2);
    CHECK(docnos(run.topics.at("7")) == Names{"a", "c", "d", "b"});
    CHECK(docnos(run.topics.at("10")) == Names{"x"});
    CHECK(run.topics.begin()->first == "10");
    CHECK(run.tag == "tag");
}

TEST_CASE("scores are compared as 32-bit floats") {
    // 16777217 is no float; trec_eval takes it for 16777216.
    const Run run =
        parse_run("1 Q0 a 1 16777217 t\n1 Q0 b 2 16777216 t\n1 Q0 c 3 1e300 t\n", "run");
    CHECK(docnos(run.topics.at("1")) == Names{"c", "b", "a"});
}

TEST_CASE("docnos of equal score go by their bytes, beyond ASCII too") {
    const Run run = parse_run("1 Q0 Z 1 0 t\n1 Q0 \xC3\xA9 2 0 t\n1 Q0 a 3 0 t\n", "run");
    CHECK(docnos(run.topics.at("1")) == Names{"\xC3\xA9", "a", "Z"});
}

TEST_CASE("errors in a run name file, line and what is wrong") {
    const auto error_of = [](std::string_view text) {
        return std::string(caught_error([&] { return parse_run(text, "a.run"); }).what());
    };
    CHECK(error_of("1 Q0 a 1 1 t\n1 Q0 b 2 t\n").starts_with("a.run, line 2: 5 columns"));
    CHECK(error_of("1 0 a 1\n").find("a run has 6 (topic Q0 docno rank score tag)") !=
          std::string::npos);
    for (const char* score : {"high", "1,5", "nan", "1.5x", "", "0x10", "1e400"}) {
        const std::string text = std::string("\n1 Q0 a 1 ") + (*score ? score : "\"\"") + " t\n";
        INFO(text);
        CHECK(error_of(text).starts_with("a.run, line 2: the score"));
    }
    CHECK(error_of("1 Q0 a 1 3 t\n2 Q0 a 1 3 t\n1 Q0 b 2 2 t\n1 Q0 a 3 1 t\n") ==
          "a.run, line 4: a again in topic 1 (first on line 1)");
}

TEST_CASE("an empty run has no topics") {
    CHECK(parse_run("", "run").topics.empty());
    CHECK(parse_run("\r\n\n", "run").tag.empty());
}

TEST_CASE("written scores strictly fall as 32-bit floats, and so the order stays") {
    RandomNumbers numbers(6);
    std::vector<RunEntry> entries;
    double score = 1000;
    for (int i = 0; i < 2000; ++i) {
        if (!numbers.happens(300)) score -= 1e-9 * numbers.below(2'000'000);
        entries.push_back({std::to_string(numbers.next()), score});
    }
    const std::string lines = run_lines("1", entries, "t");
    const Run run = parse_run(lines, "run");
    CHECK(docnos(run.topics.at("1")) == docnos(entries));
    float last = std::numeric_limits<float>::infinity();
    for (const RunEntry& entry : run.topics.at("1")) {
        CHECK(static_cast<float>(entry.score) < last);
        last = static_cast<float>(entry.score);
    }
    // What was written and read again is written the same.
    CHECK(run_lines("1", run.topics.at("1"), "t") == lines);
}

TEST_CASE("scores around nought and beyond a float fall too") {
    const double most = std::numeric_limits<double>::max();
    const std::vector<RunEntry> entries{{"a", most}, {"b", most}, {"c", 1e-45}, {"d", 0.0},
                                        {"e", 0.0},  {"f", -0.0}, {"g", -1}};
    const Run run = parse_run(run_lines("1", entries, "t"), "run");
    CHECK(docnos(run.topics.at("1")) == docnos(entries));
}
