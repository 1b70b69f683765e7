#include "bench/run_difference.hpp"

#include "tests/catch.hpp"
#include "tests/caught_error.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

const NamedRun first{"first", parse_run("1 Q0 a 1 9 t\n1 Q0 b 2 8 t\n2 Q0 c 1 9 t\n"
                                        "3 Q0 d 1 9 t\n7 Q0 a 1 1 t\n",
                                        "first")};
const NamedRun second{"second", parse_run("1 Q0 b 1 9 t\n1 Q0 a 2 8 t\n2 Q0 c 1 9 t\n"
                                          "3 Q0 e 1 9 t\n8 Q0 a 1 1 t\n9 Q0 a 1 1 t\n",
                                          "second")};

}  // namespace

TEST_CASE("two runs differ topic by topic") {
    const auto differences = run_differences(first, second, 0.5);
    REQUIRE(differences.size() == 3);
    CHECK(differences[0].topic == "1");
    CHECK(differences[0].overlaps[0] == 1);
    CHECK(differences[0].rank_biased_overlap == Approx(0.5));
    CHECK(differences[0].rank_of_first_in_second == 2);
    CHECK(differences[0].rank_of_second_in_first == 2);
    CHECK(differences[2].overlaps == std::array<double, 3>{0, 0, 0});
    CHECK(differences[2].rank_of_first_in_second == 0);
    const TopicDifference mean = mean_difference(differences);
    CHECK(mean.overlaps[1] == Approx(2 / 3.));
    CHECK(mean.rank_biased_overlap == Approx(0.5));
}

TEST_CASE("the least alike come first, and none that are the same") {
    const auto moved = least_alike(run_differences(first, second, 0.5), 5);
    REQUIRE(moved.size() == 2);
    CHECK(moved[0].topic == "3");
    CHECK(moved[1].topic == "1");
    CHECK(least_alike(run_differences(first, second, 0.5), 1).size() == 1);
    CHECK(least_alike(run_differences(first, first, 0.9), 5).empty());
}

TEST_CASE("notes name the topics that one run lacks") {
    CHECK(difference_notes(first, second) ==
          std::vector<std::string>{"first lacks 2 topics (8, 9) of second: left out",
                                   "second lacks 1 topic (7) of first: left out"});
    CHECK(difference_notes(first, first).empty());
}

TEST_CASE("runs without a common topic are an error") {
    const NamedRun other{"other", parse_run("x Q0 a 1 1 t\n", "other")};
    const Error error = caught_error([&] { return run_differences(first, other, 0.9); });
    CHECK(error.kind() == ErrorKind::input_output);
    CHECK(says(error, "no topic is in both first and other"));
}
