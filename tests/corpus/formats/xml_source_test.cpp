#include "corpus/formats/xml_source.hpp"

#include "corpus/source.hpp"
#include "tests/catch.hpp"

using namespace dateline;
using namespace std::string_literals;

namespace {

std::string utf16(std::u16string_view text, bool is_big) {
    std::string bytes;
    for (const char16_t unit : text) {
        const char low = static_cast<char>(unit & 0xFF);
        const char high = static_cast<char>(unit >> 8);
        bytes += is_big ? high : low;
        bytes += is_big ? low : high;
    }
    return bytes;
}

}  // namespace

TEST_CASE("a file of bytes is read as it is") {
    const auto stream = open_bytes("<a>\xE9</a>");
    XmlSource source(*stream, 100);
    CHECK(&source.stream() == stream.get());
    CHECK(source.file_offset(7) == 7);
}

TEST_CASE("UTF-16 is decoded, with or without its mark, and offsets are those of the file") {
    const std::u16string text = u"<a>\u010D\U0001D11E</a>";
    for (const std::string& mark : {"\xFF\xFE"s, ""s}) {
        const std::string bytes = mark + utf16(text, false);
        const auto stream = open_bytes(bytes);
        XmlSource source(*stream, 100);
        CHECK(source.problem().empty());
        CHECK(source.stream().peek(100) == "<a>\u010D\U0001D11E</a>");
        CHECK(source.file_offset(3) == mark.size() + 6);
        CHECK(source.file_offset(9) == mark.size() + 12);  // after 2 bytes and 4, or 1 unit and 2
    }
    const std::string big = utf16(text, true);
    const auto stream = open_bytes(big);
    CHECK(XmlSource(*stream, 100).stream().peek(100).starts_with("<a>"));
}

TEST_CASE("UTF-16 over the limit is not decoded") {
    const std::string bytes = utf16(u"<a>" + std::u16string(100, u'x'), false);
    const auto stream = open_bytes(bytes);
    CHECK(XmlSource(*stream, 100).problem() == "record of more than 100 bytes, the limit");
}
