#include "corpus/formats/text_other.hpp"

#include "tests/catch.hpp"
#include "tests/corpus/reading.hpp"

using namespace dateline;

TEST_CASE("text that is surely no article is rejected with what it is") {
    const auto reason = [](const std::string& text) {
        const auto events = test::read_text(text);
        CHECK(events.articles.empty());
        return events.rejections.empty() ? std::string() : events.rejections[0].reason;
    };
    CHECK(reason("var data = {\"headline\": \"A\"};") ==
          "JavaScript around JSON, which alone would be read");
    CHECK(reason("callback([{\"headline\": \"A\"}]);") ==
          "JavaScript around JSON, which alone would be read");
    CHECK(reason("filedesc://x.arc 0.0.0.0 20000101000000 text/plain 73\n1 0 x\n") ==
          "an ARC file of web pages, which is not read (WARC files are)");
    CHECK(reason("!<arch>\na.txt/          0           0     0     644     4         `\nwall") ==
          "an archive of ar, which is not read");
    CHECK(reason(std::string(70'000, ' ') + "{\"headline\": \"A\"}") ==
          "its first 64 KiB are blank: what stands behind them cannot be told");
    CHECK(reason(std::string(100'000, '[')) == "JSON of nested arrays without records");
    for (const char* array :
         {R"([[{"headline": "A"}, {"headline": "B"}], [{"headline": "C"}]])",
          R"( [ [ {"headline": "A"} ] ])", R"(["2020-01-05", "A \"wall\"", "Text."])", R"(["A"])",
          R"([["A", "B"], ["C", "D"]])", "[1, 2]", "[[1.5, -2], [3, 4]]", "[null, {}]"})
        CHECK(reason(array) == "JSON whose array holds no objects, which alone would be read");
}

TEST_CASE("nothing but blanks is nothing, however much") {
    for (const std::size_t size : {std::size_t{1} << 16, std::size_t{200'000}}) {
        const auto events = test::read_text(std::string(size, '\n'));
        CHECK(events.rejections.empty());
        REQUIRE(events.skips.size() == 1);
        CHECK(events.skips[0].reason == "holds nothing but white space");
    }
}

TEST_CASE("prose and JSON are left to others") {
    for (const std::string_view head :
         {"The wall (\"a ruin\") fell.", "[[File:x]] A wall.", "[1] A footnote.", "[[Wiki]] link",
          "[[1]] A note, twice.", "[\"A wall\"] he said, and", "[\"A wall\", he", "[\"A",
          "[[{{cite}}]] A wall.", "[1, A wall", "[2020] A year", "{\"headline\": \"A\"}",
          "[{\"headline\": \"A\"}]", "E = mc2 (he said)", "Wall = {stones}", "", "["})
        CHECK_FALSE(recognises_other_text(head));
}
