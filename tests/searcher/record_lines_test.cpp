#include "searcher/record_lines.hpp"

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
