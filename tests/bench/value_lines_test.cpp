#include "bench/value_lines.hpp"

#include <nlohmann/json.hpp>

#include "tests/catch.hpp"

using namespace dateline;
using Json = nlohmann::ordered_json;

TEST_CASE("csv quotes what RFC 4180 wants quoted, and lets nothing act on a terminal") {
    const std::vector<Json> objects{
        {{"name", "a,b"}, {"value", 0.5}, {"none", nullptr}},
        {{"name", "say \"no\""}, {"value", 3}, {"none", nullptr}},
        {{"name", "two\nlines\x1b"}, {"value", true}, {"none", nullptr}}};
    CHECK(csv_text(objects) ==
          "name,value,none\r\n"
          "\"a,b\",0.5,\r\n"
          "\"say \"\"no\"\"\",3,\r\n"
          "two lines,true,\r\n");
    CHECK(csv_text({}).empty());
}

TEST_CASE("jsonl is an object a line") {
    CHECK(jsonl_text({Json{{"b", 1}, {"a", nullptr}}, Json{{"b", 2}}}) ==
          "{\"b\":1,\"a\":null}\n{\"b\":2}\n");
}

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
