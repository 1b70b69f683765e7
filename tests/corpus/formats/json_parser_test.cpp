#include "corpus/formats/json_parser.hpp"

#include <string>

#include "tests/catch.hpp"

using namespace dateline;

namespace {

JsonRecord record_of(std::string_view json) {
    JsonRecord record;
    record.bytes = json;
    record.readable_bytes = json.size();
    record.origin.offset = 1000;
    return record;
}

std::string title_of(dom::element document) {
    return std::string(std::string_view(document["title"]));
}

}  // namespace

TEST_CASE("JSON to the letter is parsed at once, padded or not") {
    JsonParser parser;
    const std::string json = R"({"title": "T"})";
    CHECK(title_of(parser.parse(record_of(json)).value()) == "T");
    const std::string followed = json + std::string(200, ' ');
    JsonRecord record = record_of(followed);
    record.bytes = std::string_view(followed).substr(0, json.size());
    CHECK(title_of(parser.parse(record).value()) == "T");
    CHECK(parser.losses().empty());
}

TEST_CASE("what is not JSON is told with the parser's reason") {
    for (const char* json : {"{\"title\": \"T\"", "{\"title\": T}", "{'title': 'T'}",
                             "{\"title\": \"T\"} x", "{\"title\": \"\\x\"}"}) {
        CAPTURE(json);
        JsonParser parser;
        CHECK(!parser.parse(record_of(json)));
        CHECK(!parser.mend(record_of(json)));
        CHECK(parser.problem().starts_with("not valid JSON: "));
        CHECK(!parser.problem().ends_with('.'));
    }
}

TEST_CASE("NaN, as Python writes it, spoils no record") {
    JsonParser parser;
    const JsonRecord record = record_of(R"({"title": "T", "score": NaN})");
    CHECK(!parser.parse(record));
    CHECK(title_of(parser.mend(record).value()) == "T");
    CHECK(parser.losses().empty());
}

TEST_CASE("half a surrogate pair is told to be lost") {
    JsonParser parser;
    const JsonRecord record = record_of(R"({"title": "T\ud83d"})");
    CHECK(!parser.parse(record));
    CHECK(title_of(parser.mend(record).value()) == "T\uFFFD");
    CHECK(parser.losses() == std::vector<std::string>{"has halves of surrogate pairs"});
}

TEST_CASE("bytes of another charset are decoded, and their place in the file is told") {
    JsonParser parser;
    const JsonRecord record = record_of(
        "{\"title\": \"Gr\xFC\xDF"
        "e\", \"n\": NaN}");
    CHECK(!parser.parse(record));
    CHECK(title_of(parser.mend(record).value()) == "Grüße");
    REQUIRE(parser.losses().size() == 1);
    CHECK(parser.losses()[0].starts_with("not valid UTF-8 at byte 1013 of the file: read as "));
    CHECK(parser.parse(record_of("{}")));
    CHECK(parser.losses().empty());
}

TEST_CASE("nesting without end is refused") {
    JsonParser parser;
    const std::string json = std::string(5000, '[') + std::string(5000, ']');
    CHECK(!parser.parse(record_of(json)));
    CHECK(!parser.mend(record_of(json)));
    CHECK(parser.problem().find("deep") != std::string::npos);
}
