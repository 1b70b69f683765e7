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

TEST_CASE("a record in another charset is decoded, with a warning before it") {
    const std::string text = "{\"title\":\"A\"}\n{\"title\":\"f\xFCr\"}\n{\"title\":\"C\"}\n";
    const auto events = read_text(text);
    CHECK(headlines(events) == Strings{"A", "für", "C"});
    CHECK(events.rejections.empty());
    REQUIRE(events.warnings.size() == 1);
    CHECK(
        events.warnings[0].reason.starts_with("not valid UTF-8 at byte 25 of the file: read as "));
    CHECK(events.warnings[0].origin.line == 2);
}

TEST_CASE("records of an envelope have numbers and places of their own") {
    const std::string text =
        "{\"status\": \"ok\",\n \"articles\": [\n  {\"title\": \"A\"},\n  {\"views\": 1},\n"
        "  {\"title\": \"C\"}]}\n";
    const auto events = read_text(text + "{\"title\": \"D\"}\n");
    CHECK(headlines(events) == Strings{"A", "C", "D"});
    CHECK(events.articles[0].origin.record == 1);
    CHECK(events.articles[0].origin.line == 3);
    CHECK(events.articles[0].origin.offset == text.find("{\"title\": \"A\"}"));
    REQUIRE(events.rejections.size() == 1);
    CHECK(events.rejections[0].origin.record == 2);
    CHECK(events.rejections[0].origin.line == 4);
    CHECK(events.articles[1].origin.record == 3);
    CHECK(events.articles[1].origin.offset == text.find("{\"title\": \"C\"}"));
    CHECK(events.articles[2].origin.record == 4);
    CHECK(events.articles[2].origin.line == 6);
}

TEST_CASE("envelopes one a line are opened too") {
    const auto events = read_text(
        "{\"meta\": {\"n\": 1}, \"total\": 1, \"results\": [{\"title\": \"A\"}, {\"title\": "
        "\"B\"}]}\n"
        "{\"meta\": {\"n\": 2}, \"results\": [{\"title\": \"C\"}]}\n");
    CHECK(headlines(events) == Strings{"A", "B", "C"});
    CHECK(events.articles[2].origin.record == 3);
    CHECK(events.articles[2].origin.line == 2);
}

TEST_CASE("an envelope larger than the limit is read record by record") {
    ReadOptions options = test::read_options();
    options.max_record_bytes = 1000;
    std::string text = "{\"response\": {\"status\": \"ok\", \"docs\": [";
    for (int i = 0; i < 100; ++i)
        text += (i > 0 ? ", " : "") + std::string("{\"title\": \"T") + std::to_string(i) +
                "\", \"body\": \"A body of some length.\"}";
    text += "], \"facets\": [{\"title\": \"x\"}]}, \"n\": [1, 2]}\n{\"title\": \"After\"}";
    const auto events = read_text(text, options);
    REQUIRE(events.articles.size() == 101);
    CHECK(events.rejections.empty());
    CHECK(events.articles[99].headline == "T99");
    CHECK(events.articles[99].origin.record == 100);
    CHECK(events.articles[99].origin.offset == text.find("{\"title\": \"T99\""));
    CHECK(events.articles[100].origin.record == 101);
}

TEST_CASE("one bad record in an envelope costs itself only") {
    const auto events = read_text(
        "{\"articles\": [{\"title\": \"A\"}, {\"title\": B}, {\"title\": \"f\xFCr\"}, {\"title\": "
        "\"D\\ud800\", \"n\": NaN}], \"n\": 4}");
    CHECK(headlines(events) == Strings{"A", "für", "D\uFFFD"});
    REQUIRE(events.rejections.size() == 1);
    CHECK(events.rejections[0].origin.record == 2);
    CHECK(events.rejections[0].origin.offset == 30);
    CHECK(events.warnings.size() == 2);
}

TEST_CASE("an envelope that is cut is rejected where it ends") {
    const auto events = read_text("{\"articles\": [{\"title\": \"A\"}, {\"title\": \"B\"}");
    CHECK(headlines(events) == Strings{"A", "B"});
    REQUIRE(events.rejections.size() == 1);
    CHECK(events.rejections[0].reason == "not valid JSON: the file ends before its array does");
    CHECK(read_text("{\"articles\": [{\"title\": \"A\"}], \"n\": 1").rejections.size() == 1);
}

TEST_CASE("envelopes in envelopes without end are no records, and soon given up") {
    std::string text;
    for (int i = 0; i < 20'000; ++i) text += "{\"articles\": [";
    const auto events = read_text(text);
    CHECK(events.articles.empty());
    CHECK(events.rejections.size() == 1);
}

TEST_CASE("several articles of one graph have numbers") {
    const auto events = read_text(
        R"({"@graph": [{"@type": "Article", "headline": "A"}, {"@type": "Article", "headline": "B"}]})");
    CHECK(headlines(events) == Strings{"A", "B"});
    CHECK(events.articles[0].origin.record == 1);
    CHECK(events.articles[1].origin.record == 2);
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
