#include "searcher/run_lines.hpp"

#include <sstream>
#include <vector>

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("written lines are TREC's six columns") {
    const std::vector<RunEntry> entries{{"FT911-3", 12.5}, {"a#2", 0.1}};
    CHECK(run_lines("q1", entries, "dateline") ==
          "q1 Q0 FT911-3 1 12.5 dateline\nq1 Q0 a#2 2 0.100000001 dateline\n");
    CHECK(run_lines("q1", {}, "dateline").empty());
}

TEST_CASE("ranks go on where an earlier part of a ranking ended") {
    const std::vector<RunEntry> entries{{"a", 2}, {"b", 1}};
    CHECK(run_lines("0", entries, "t", 11) == "0 Q0 a 11 2 t\n0 Q0 b 12 1 t\n");
}

TEST_CASE("equal scores are written as floats that fall") {
    const std::vector<RunEntry> entries(1000, RunEntry{"a", 0.25});
    std::istringstream lines(run_lines("0", entries, "t"));
    float last = 1;
    std::size_t count = 0;
    for (std::string topic, q0, docno, rank, score, tag;
         lines >> topic >> q0 >> docno >> rank >> score >> tag; ++count) {
        CHECK(std::stof(score) < last);
        last = std::stof(score);
    }
    CHECK(count == entries.size());
}
