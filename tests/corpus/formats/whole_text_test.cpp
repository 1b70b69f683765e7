#include "corpus/formats/whole_text.hpp"

#include "tests/catch.hpp"
#include "tests/corpus/reading.hpp"

using namespace dateline;

namespace {

struct WholeText {
    std::optional<std::string> text;
    std::vector<std::string> reasons;
};

WholeText whole_text(std::string_view bytes, std::uint64_t limit = 1000) {
    ReadOptions options = test::read_options();
    options.max_record_bytes = limit;
    WholeText result;
    result.text = read_whole_text(*open_bytes(bytes), options, "test", [&](ReadEvent&& event) {
        if (auto* rejection = std::get_if<Rejection>(&event))
            result.reasons.push_back("rejected: " + rejection->reason);
        if (auto* skip = std::get_if<Skip>(&event))
            result.reasons.push_back("skipped: " + skip->reason);
        if (auto* warning = std::get_if<Warning>(&event))
            result.reasons.push_back("warning: " + warning->reason);
    });
    return result;
}

}  // namespace

TEST_CASE("line ends are newlines, no-break spaces blanks") {
    CHECK(whole_text("a\r\nb\rc\u00A0d é").text == "a\nb\nc d é");
    CHECK(whole_text("\xEF\xBB\xBF"
                     "a")
              .text == "a");
}

TEST_CASE("a page that ends within a sentence does not end it") {
    CHECK(whole_text("one\n\ftwo").text == "one\ntwo");
    CHECK(whole_text("one\f\ntwo").text == "one\ntwo");
    CHECK(whole_text("one\ftwo").text == "one\ntwo");
}

TEST_CASE("other encodings are decoded") {
    CHECK(whole_text("Caf\xE9 owners in Z\xFCrich").text == "Café owners in Zürich");
    CHECK(whole_text(std::string_view("\xFF\xFEZ\0\xFC\0", 6)).text == "Zü");
}

TEST_CASE("what is no text is told and not given") {
    CHECK(whole_text(" \n\t").reasons ==
          std::vector<std::string>{"skipped: holds nothing but white space"});
    CHECK(whole_text(std::string_view("a\0b", 3)).reasons ==
          std::vector<std::string>{"rejected: binary data: 1 zero byte, at byte 1 of the file"});
    CHECK(whole_text("abc", 2).reasons ==
          std::vector<std::string>{"rejected: record of more than 2 bytes, the limit"});
}
