#include "indexer/removal_limit.hpp"

#include "tests/catch.hpp"
#include "tests/caught_error.hpp"

using namespace dateline;

TEST_CASE("a limit is a number, a share, or ten percent and never fewer than a hundred") {
    CHECK(most_removals({}, 50) == 100);
    CHECK(most_removals({}, 1000) == 100);
    CHECK(most_removals({}, 5000) == 500);
    CHECK(most_removals(read_removal_limit("7"), 5000) == 7);
    CHECK(most_removals(read_removal_limit("0"), 5000) == 0);
    CHECK(most_removals(read_removal_limit("20%"), 50) == 10);
    CHECK(most_removals(read_removal_limit("12.5%"), 1000) == 125);
    for (const char* text : {"", "%", "-1", "5x", "101%", "-2%", "nan%"}) {
        INFO(text);
        CHECK(test::caught_error([&] { return read_removal_limit(text).articles; }).kind() ==
              ErrorKind::usage);
    }
}

TEST_CASE("only a named root that is to be kept can lose too many") {
    Roots roots{{{"/a", "", ""}, {"/b", "", ""}}, {false, true}};
    const RemovalLimit limit{.articles = 5, .percent = {}};
    CHECK(excess_of_removals(limit, roots, {{10, 9}, {10, 5}}).empty());
    const std::string excess = excess_of_removals(limit, roots, {{10, 9}, {10, 6}});
    CHECK(excess.find("/b") != std::string::npos);
    CHECK(excess.find("6 of the 10") != std::string::npos);
    roots.forgotten = {false, true};
    CHECK(excess_of_removals(limit, roots, {{10, 9}, {10, 6}}).empty());
}
