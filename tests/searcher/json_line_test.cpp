#include "searcher/json_line.hpp"

#include <nlohmann/json.hpp>

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("an object is one line, and the same object when it is read") {
    const nlohmann::ordered_json object{{"b", 1}, {"a", "Zürich\n\t\"x\""}};
    const std::string line = json_line(object);
    CHECK(line == "{\"b\":1,\"a\":\"Zürich\\n\\t\\\"x\\\"\"}\n");
    CHECK(nlohmann::ordered_json::parse(line) == object);
}

TEST_CASE("what would act on a terminal is escaped") {
    const nlohmann::ordered_json object{{"a", "\x7F\u0085\u202E\u2028\x1B[1m"}};
    const std::string line = json_line(object);
    CHECK(line == "{\"a\":\"\\u007f\\u0085\\u202e\\u2028\\u001b[1m\"}\n");
    CHECK(nlohmann::ordered_json::parse(line) == object);
}
