#include "corpus/formats/json_layout.hpp"

#include <string>

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("one object a line is lines") {
    for (const std::string head :
         {"{\"a\":1}", "{\"a\":1}\n", "{\"a\":1}\n{\"b\":2}\n", "\xEF\xBB\xBF{\"a\":1}\r\n{}\r\n",
          "\n\n{\"a\":1}\n", "\x1E{\"a\":1}\n\x1E{\"a\":2}\n", "{}\n"}) {
        CAPTURE(head);
        CHECK(json_layout(head) == JsonLayout::lines);
    }
    CHECK(json_layout("{\"body\":\"" + std::string(70'000, 'x')) == JsonLayout::lines);
}

TEST_CASE("a broken or odd first line does not hide the lines after it") {
    for (const std::string head :
         {"{\"a\": \"cut\n{\"b\":1}\n", "{\"a\": 1\n{\"b\":1}\n", "null\n{\"b\":1}\n",
          "# made by hand\n{\"b\":1}\n", "{a: 1}\n{\"b\":1}\n"}) {
        CAPTURE(head);
        CHECK(json_layout(head) == JsonLayout::lines);
    }
}

TEST_CASE("arrays, and objects over several lines or sharing one, are values") {
    for (const std::string head :
         {"[{\"a\":1},", "[\n  {", " [ ]", "[", "{\n  \"a\": 1\n}\n", "{\"a\": [\n{\"b\": 1}\n]}",
          "{\"a\":1}{\"b\":2}", "{\"a\":1},\n{\"b\":2},\n", "{ \"a\": 1,\n  \"b\": {}\n}"}) {
        CAPTURE(head);
        CHECK(json_layout(head) == JsonLayout::values);
    }
}

TEST_CASE("an envelope is values, however many lines it has") {
    CHECK(json_layout("{\"articles\":[{\"title\":\"A\"}]}\n") == JsonLayout::values);
    CHECK(json_layout("{\"status\":\"ok\",\"results\":[{\"title\":\"" + std::string(70'000, 'x')) ==
          JsonLayout::values);
    CHECK(json_layout("{\"body\":\"B\",\"items\":[{\"a\":1}]}\n{}\n") == JsonLayout::lines);
}

TEST_CASE("text is not JSON, whatever bracket it begins with") {
    for (const std::string head : {"", " \n", "Headline\n\nBody {x}", "[Reuters] Oil rises\n",
                                   "[1] A footnote\n", "\"Quoted,\" he said\n", "42\n"}) {
        CAPTURE(head);
        CHECK(!json_layout(head));
    }
}
