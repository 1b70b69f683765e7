#include "bench/value_lines.hpp"

#include <nlohmann/json.hpp>

#include "tests/catch.hpp"

using namespace dateline;
using Json = nlohmann::ordered_json;

TEST_CASE("tests are there as null where nothing was compared") {
    Json none = Json::object();
    add_tests(none, nullptr);
    Json some = Json::object();
    const RunComparison comparison{
        .t_test = 0.25, .randomization = {.p = 0.5, .permutations = 8}, .wins = 2};
    add_tests(some, &comparison);
    CHECK(none.size() == 6);
    CHECK(some.size() == 6);
    for (const auto& [key, value] : none.items()) CHECK(value.is_null());
    CHECK(some["t_test"] == 0.25);
    CHECK(some["randomization_test"] == 0.5);
    CHECK(some["wins"] == 2);
    CHECK(some["ties"] == 0);
}
