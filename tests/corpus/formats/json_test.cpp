#include "corpus/formats/json.hpp"

#include <string>
#include <vector>

#include "tests/catch.hpp"
#include "tests/corpus/reading.hpp"

using namespace dateline;
using dateline::test::headlines;
using dateline::test::read_text;

namespace {
using Strings = std::vector<std::string>;
}

TEST_CASE("a broken line is rejected with its place and the rest goes on") {
    const auto events = read_text("{\"title\":\"A\"}\n{\"title\": \"B\n\n{\"title\":\"C\"}\n");
    CHECK(events.format == "json lines");
    CHECK(headlines(events) == Strings{"A", "C"});
    CHECK(events.articles[1].origin.line == 4);
    CHECK(events.articles[1].origin.record == 3);
    REQUIRE(events.rejections.size() == 1);
    CHECK(events.rejections[0].format == "json lines");
    CHECK(events.rejections[0].origin.line == 2);
    CHECK(events.rejections[0].origin.offset == 14);
    CHECK(events.rejections[0].reason.starts_with("not valid JSON: "));
}

TEST_CASE("arrays, single objects and objects in a row give the same articles") {
    const std::string a = "{\"title\": \"A\", \"body\": \"One.\"}";
    const std::string b = "{\"title\": \"B\", \"body\": \"Two.\"}";
    for (const std::string& file : {a + "\n" + b, "[" + a + "," + b + "]", a + b,
                                    "[\n" + a + ",\n" + b + "\n]\n", a + ",\n" + b + ",\n"}) {
        CAPTURE(file);
        const auto events = read_text(file);
        CHECK(headlines(events) == Strings{"A", "B"});
        CHECK(events.rejections.empty());
        CHECK(events.articles[1].origin.record == 2);
    }
    CHECK(read_text(a).articles.at(0).origin.record == 0);
}

TEST_CASE("a broken element of an array costs itself only, where the next can be found") {
    const auto events = read_text(
        "[\n{\"title\": \"A\"},\n{\"title\": B},\n{\"title\": \"C\", \"x\": {\"y\": 1},\n"
        "{\"title\": \"D\"}\n]\n");
    CHECK(headlines(events) == Strings{"A", "D"});
    CHECK(events.rejections.size() == 2);
}

TEST_CASE("an array that cannot be followed any further is rejected from there, once") {
    const auto events =
        read_text("[{\"title\": \"A\"}, {\"title\": \"B\" \"C\"]}, {\"title\": \"D\"");
    CHECK(headlines(events) == Strings{"A"});
    REQUIRE(events.rejections.size() == 1);
    CHECK(events.rejections[0].origin.offset == 17);
    CHECK(events.rejections[0].reason.ends_with("the rest of the file is passed over"));
}

TEST_CASE("records that are not UTF-8 are rejected one by one") {
    const auto events = read_text("{\"title\":\"A\"}\n{\"title\":\"f\xFCr\"}\n{\"title\":\"C\"}\n");
    CHECK(headlines(events) == Strings{"A", "C"});
    REQUIRE(events.rejections.size() == 1);
    CHECK(events.rejections[0].reason == "not valid UTF-8 at byte 25 of the file");
}

TEST_CASE("the warning for a date comes right before its article") {
    const std::string text = "{\"title\":\"A\"}\n{\"title\":\"B\",\"date\":\"31 February 2020\"}\n";
    std::string order;
    read_source(*open_bytes(text), {}, test::read_options(),
                [&](ReadEvent&& event) { order += "ARSW"[event.index()]; });
    CHECK(order == "AWA");
}

TEST_CASE("an array without elements is a skip") {
    const auto events = read_text(" [ ]\n");
    CHECK(events.articles.empty());
    REQUIRE(events.skips.size() == 1);
    CHECK(events.skips[0].reason == "holds no record");
}

TEST_CASE("the size limit is in the message, and holds in memory too") {
    ReadOptions options = test::read_options();
    options.max_record_bytes = 1000;
    const std::string large = "{\"title\":\"" + std::string(3'000'000, 'x') + "\"}";
    const auto events = read_text("{\"title\":\"A\"}\n" + large + "\n{\"title\":\"B\"}\n", options);
    CHECK(headlines(events) == Strings{"A", "B"});
    REQUIRE(events.rejections.size() == 1);
    CHECK(events.rejections[0].reason.find("1000 bytes") != std::string::npos);
}
