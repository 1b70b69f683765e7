#include "bench/render_evaluation.hpp"

#include <sstream>

#include "tests/bench/evaluated_runs.hpp"
#include "tests/catch.hpp"

using namespace dateline;
using namespace dateline::test;

TEST_CASE("the averages of a run") {
    CHECK(render_evaluation_text(evaluated(1), false, 80) ==
          "a,b\n"
          "2 topics\n"
          "\n"
          "measure       mean\n"
          "recip_rank  0.7500\n"
          "P_1         0.5000\n");
}

TEST_CASE("the topics of a run come first") {
    CHECK(render_evaluation_text(evaluated(1), true, 80)
              .starts_with("a,b\n"
                           "\n"
                           "topic  recip_rank     P_1\n"
                           "t1         1.0000  1.0000\n"
                           "t2         0.5000  0.0000\n"
                           "\n"
                           "2 topics\n"));
}

TEST_CASE("further runs are compared with the first") {
    CHECK(render_evaluation_text(evaluated(2), false, 80) ==
          "A: a,b\n"
          "B: c\n"
          "2 topics\n"
          "\n"
          "measure          A       B\n"
          "recip_rank  0.7500  1.0000\n"
          "P_1         0.5000  1.0000\n"
          "\n"
          "B against A\n"
          "measure       B - A   p (t)   p (r)  wins  losses  ties\n"
          "recip_rank  +0.2500  0.5000  1.0000     1       0     1\n"
          "P_1         +0.5000  0.5000  1.0000     1       0     1\n"
          "\n"
          "topics that move most, in recip_rank\n"
          "topic       A       B    B - A\n"
          "t2     0.5000  1.0000  +0.5000\n"
          "\n"
          "p: two-sided, paired; (t) Student's t-test, (r) randomisation test, 100000\n"
          "permutations with seed 1, or all where no more than 16 topics differ\n");
}

TEST_CASE("no line is wider than asked for") {
    for (const bool per_topic : {false, true}) {
        std::istringstream lines(render_evaluation_text(evaluated(2), per_topic, 40));
        for (std::string line; std::getline(lines, line);) {
            INFO(line);
            CHECK(line.size() <= 40);
        }
    }
}

TEST_CASE("runs have letters as long as there are some") {
    CHECK(run_letter(0) == "A");
    CHECK(run_letter(25) == "Z");
    CHECK(run_letter(26) == "R27");
}
