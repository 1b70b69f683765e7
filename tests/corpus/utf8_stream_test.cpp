#include "corpus/utf8_stream.hpp"

#include <string>

#include "corpus/error.hpp"
#include "tests/catch.hpp"
#include "tests/corpus/charset_texts.hpp"
#include "tests/corpus/made_archive.hpp"

using namespace dateline;
using namespace std::string_literals;
using namespace std::string_view_literals;

namespace {

std::string rest_of(ByteStream& stream) {
    std::string rest;
    for (std::string_view piece = stream.peek(1); !piece.empty(); piece = stream.peek(1)) {
        rest += piece;
        stream.skip(piece.size());
    }
    return rest;
}

std::string utf8_of(const std::string& bytes, std::size_t block) {
    const auto mark = wide_charset(bytes);
    if (!mark) return "not wide";
    const auto raw = test::piped(bytes, block);
    return rest_of(*utf8_stream(*raw, *mark));
}

}  // namespace

TEST_CASE("UTF-16 and UTF-32 come as UTF-8, however they are cut into blocks") {
    std::string text;
    while (text.size() < 300'000)
        text += std::string(test::russian) + " \U0001F30D " + std::string(test::japanese) + '\n';
    for (const char* charset : {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
        for (const std::size_t block : {999UL, 300'000UL}) {
            CAPTURE(charset, block);
            CHECK(utf8_of(test::encoded("\uFEFF" + text, charset), block) == text);
        }
    CHECK(utf8_of(test::encoded(test::german, "UTF-16LE"), 1) == test::german);
    CHECK(utf8_of(test::encoded(test::german, "UTF-16BE"), 7) == test::german);
}

TEST_CASE("other text is not wide") {
    for (const std::string_view text : {""sv, "plain"sv, "\xEF\xBB\xBFplain"sv, test::russian})
        CHECK_FALSE(wide_charset(text));
}

TEST_CASE("what is cut off or no character comes as the replacement character") {
    const std::string bytes = test::encoded("\uFEFFabc", "UTF-16LE");
    CHECK(utf8_of(bytes + 'x', 3) == "abc\uFFFD");
    CHECK(utf8_of(bytes + "\x00\xD8"s, 3) == "abc\uFFFD");
    CHECK(utf8_of("\xFF\xFE"s, 3).empty());
}

TEST_CASE("offsets count UTF-8, and those of the source its own bytes") {
    const std::string bytes = test::encoded("\uFEFFÄÖÜ", "UTF-16LE");
    const auto raw = test::piped(bytes);
    const auto stream = utf8_stream(*raw, *wide_charset(bytes));
    CHECK(stream->peek(6).size() == 6);
    stream->skip(6);
    CHECK(stream->offset() == 6);
    CHECK(stream->source_offset() == bytes.size());
}

TEST_CASE("a failure below comes through") {
    const auto raw = buffered_stream([](std::span<char>) -> std::size_t {
        throw Error(ErrorKind::input_output, "the disk is gone");
    });
    const ByteOrderMark mark{*charset_of("utf-16le"), 0};
    const auto stream = utf8_stream(*raw, mark);
    CHECK_THROWS_AS(stream->peek(1), Error);
}
