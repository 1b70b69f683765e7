#include <set>
#include <string>

#include "corpus/reader.hpp"
#include "tests/catch.hpp"

using namespace dateline;

namespace {

std::string_view format_of(std::string_view head) {
    const Format* format = recognise_format(head);
    return format ? format->name : "none";
}

}  // namespace

TEST_CASE("every format has a name of its own, a word for help and a reader") {
    std::set<std::string_view> names;
    for (const Format& format : formats()) {
        CHECK(names.insert(format.name).second);
        CHECK(!format.about.empty());
        CHECK(&format.reader() == &format.reader());
    }
    CHECK(formats().back().name == "plain text");
}

TEST_CASE("a format is told from content") {
    CHECK(format_of("{\"title\": \"A\"}\n") == "json lines");
    CHECK(format_of("[{\"title\": \"A\"}]") == "json");
    CHECK(format_of("{\n\"title\": \"A\"\n}") == "json");
    CHECK(format_of("<!doctype html><p>Text") == "html");
    CHECK(format_of("WARC/1.0\r\nWARC-Type: warcinfo\r\n") == "warc");
    CHECK(format_of("A headline\n\nText.") == "plain text");
    CHECK(format_of("f\xFCr Latin-1 is text") == "plain text");
    CHECK(format_of(std::string_view("text\0with zero", 14)) == "none");
    CHECK(format_of("\x01\x02\x03\x04\x05") == "none");
}
