#include "bench/json_topics.hpp"

#include "tests/catch.hpp"
#include "tests/caught_error.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

std::vector<TopicRecord> read(std::string_view text) { return read_json_topics({"t", text}); }

}  // namespace

TEST_CASE("a JSON topic is an object a line, under any of the usual keys") {
    const auto topics = read(
        "{\"id\":\"a\",\"query\":\"storm\",\"desc\":\"ships lost\",\"narr\":\"by "
        "name\",\"x\":[1]}\r\n"
        "\n"
        "{\"_id\":\"b\",\"text\":\"flood \\u00e9t\\u00e9\",\"narrative\":null}\n"
        "{\"qid\":3,\"title\":\"port\",\"description\":\"cranes\"}");
    REQUIRE(topics.size() == 3);
    CHECK(topics[0].id == "a");
    CHECK(topics[0].text(TopicField::title) == "storm");
    CHECK(topics[0].text(TopicField::desc) == "ships lost");
    CHECK(topics[0].text(TopicField::narr) == "by name");
    CHECK(topics[1].id == "b");
    CHECK(topics[1].line == 3);
    CHECK(topics[1].text(TopicField::title) == "flood \u00e9t\u00e9");
    CHECK_FALSE(topics[1].text(TopicField::narr));
    CHECK(topics[2].id == "3");
    CHECK(topics[2].text(TopicField::title) == "port");
    CHECK(topics[2].text(TopicField::desc) == "cranes");
}

TEST_CASE("a query goes before a title") {
    CHECK(read("{\"id\":\"a\",\"title\":\"Storms\",\"query\":\"storm\"}")[0].text(
              TopicField::title) == "storm");
}

TEST_CASE("a line that is no such object is an error with its line") {
    for (const char* line : {"{\"id\":\"b\",", "[]", "7", "[{\"id\":\"b\"}]",
                             "{\"id\":1.5,\"query\":\"a\"}", "{\"id\":[1],\"query\":\"a\"}",
                             "{\"id\":\"b\",\"query\":7}", "{\"id\":\"b\",\"narr\":[\"a\"]}"}) {
        INFO(line);
        const Error error = caught_error(
            [&] { return read(std::string("{\"id\":\"a\",\"query\":\"storm\"}\n") + line); });
        CHECK(error.kind() == ErrorKind::input_output);
        CHECK(says(error, "t, line 2: "));
        CHECK_FALSE(error.hint().empty());
    }
}
