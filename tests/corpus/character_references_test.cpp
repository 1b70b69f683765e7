#include "corpus/character_references.hpp"

#include "tests/catch.hpp"

using namespace dateline;

namespace {

std::string resolved(std::string_view xml) {
    const ResolvedEntities entities = resolve_entities(xml);
    return entities.text.empty() ? std::string(xml) : entities.text;
}

}  // namespace

TEST_CASE("HTML's entities become their characters, XML's stay") {
    CHECK(resolved("a&nbsp;b &eacute;&AElig;&hellip; &amp;&lt;&quot;") ==
          "a\u00A0b \u00E9\u00C6\u2026 &amp;&lt;&quot;");
    CHECK(resolved("&zwnj;&Aacute;") == "\u200C\u00C1");
}

TEST_CASE("numbers mean what browsers take them for") {
    CHECK(resolved("&#146;&#x80;") == "\u2019\u20AC");
    CHECK(resolved("&#X41;&#65 &#x1F600 ") ==
          "A"
          "A \U0001F600 ");
    CHECK(resolved("&#xD800;&#0;&#99999999999;") == "\uFFFD\uFFFD\uFFFD");
    CHECK(resolved("&#x26;&#38;&#233;") == "&#x26;&#38;&#233;");
}

TEST_CASE("no markup comes out of a reference") {
    CHECK(resolved("&#60 b&#38 c") == "&lt; b&amp; c");
}

TEST_CASE("stray ampersands stay, and so does all in a CDATA section") {
    for (const std::string_view text :
         {"R&D", "a & b", "&", "&;", "&#;", "&#x;", "<![CDATA[&nbsp;]]>", "a&b<c/>", "&nbsp"}) {
        CHECK(resolve_entities(text).text.empty());
        CHECK(resolve_entities(text).unknown.empty());
    }
    CHECK(resolved("<![CDATA[&nbsp;]]>&nbsp;<![CDATA[&nbsp;") ==
          "<![CDATA[&nbsp;]]>\u00A0<![CDATA[&nbsp;");
}

TEST_CASE("the first entity without a meaning is named, and not expanded") {
    const ResolvedEntities entities = resolve_entities("&lol9; and &lol8;");
    CHECK(entities.text.empty());
    CHECK(entities.unknown == "lol9");
}

TEST_CASE("a whole reference is read, whatever it refers to") {
    CHECK(leading_reference("&amp;b")->character == U'&');
    CHECK(leading_reference("&amp;b")->bytes == 5);
    CHECK(leading_reference("&eacute;")->character == U'\u00E9');
    CHECK(leading_reference("&#x41;")->character == U'A');
    CHECK(leading_reference("&#150;")->character == U'\u2013');
    for (const std::string_view text : {"&", "&amp", "&#65", "&none;", "& amp;"})
        CHECK_FALSE(leading_reference(text));
}
