#include "searcher/article_record.hpp"

#include <nlohmann/json.hpp>

#include "tests/catch.hpp"
#include "tests/searcher/sample_result.hpp"

using namespace dateline;
using Json = nlohmann::ordered_json;

TEST_CASE("a digest is the first 32 bits of XXH3-64") {
    CHECK(digest("") == "2d068005");
    CHECK(digest("a") == "e6c632b6");
}

TEST_CASE("an article's fields are there, null where nothing is known") {
    Json object = Json::object();
    add_heading(object, test::sample_article());
    add_fields(object, test::sample_article());
    CHECK(object["date"] == "2020-01-05");
    CHECK(object["byline"] == "Jane Doe");
    CHECK(object["section"].is_null());
    CHECK(object["root"] == "/archive");
    CHECK(object["member"].is_null());
}

TEST_CASE("ranges are pairs") {
    CHECK(range_list({{0, 4}, {9, 12}}) == Json::parse("[[0,4],[9,12]]"));
    CHECK(range_list({}) == Json::array());
}
