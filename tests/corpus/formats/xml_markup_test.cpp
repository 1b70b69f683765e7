#include "corpus/formats/xml_markup.hpp"

#include <vector>

#include "tests/catch.hpp"

using namespace dateline;

namespace {

using Kinds = std::vector<XmlMarkup>;

Kinds kinds_in(std::string_view text) {
    Kinds kinds;
    for (XmlMark mark = next_xml_mark(text, 0); mark.kind != XmlMarkup::none;
         mark = next_xml_mark(text, mark.end)) {
        kinds.push_back(mark.kind);
        if (mark.kind == XmlMarkup::partial) break;
    }
    return kinds;
}

std::string_view marked(std::string_view text, std::size_t at = 0) {
    const XmlMark mark = next_xml_mark(text, at);
    return text.substr(mark.begin, mark.end - mark.begin);
}

}  // namespace

TEST_CASE("markup is told by what its first characters are") {
    CHECK(
        kinds_in("<?xml version='1.0'?><!DOCTYPE a><a><b/><!-- <c> --><![CDATA[<d>]]><?e?></a>") ==
        Kinds{XmlMarkup::declaration, XmlMarkup::doctype, XmlMarkup::start_tag,
              XmlMarkup::empty_tag, XmlMarkup::other, XmlMarkup::other, XmlMarkup::other,
              XmlMarkup::end_tag});
    CHECK(kinds_in("<?xml-stylesheet href='a'?>") == Kinds{XmlMarkup::other});
}

TEST_CASE("a < that begins nothing is text") {
    CHECK(kinds_in("1 < 2, <3, </ >, a<").size() == 1);
    CHECK(kinds_in("1 < 2 <= 3").empty());
}

TEST_CASE("quotes and comments may hold what ends a tag or a document type") {
    CHECK(marked("x<a b='>' c=\"/>\">y") == "<a b='>' c=\"/>\">");
    CHECK(next_xml_mark("<a b='>' c=\"/>\">", 0).quoted_values == 2);
    const std::string_view doctype = "<!DOCTYPE a [<!ENTITY b \"]>\"><!-- ]> --> ]>";
    CHECK(marked(doctype) == doctype);
}

TEST_CASE("a quote that is not closed ends with its tag") {
    CHECK(marked("<a b=\"c>text <d>") == "<a b=\"c>");
}

TEST_CASE("what the text cuts short is partial, from its beginning on") {
    for (const std::string_view text :
         {"a<", "a<b", "a<b c='", "a</", "a</b", "a<!", "a<!-", "a<!-- b", "a<![CDATA[ ]]", "a<?b",
          "a<!DOCTYPE b [ <!ENTITY c 'd"}) {
        CAPTURE(text);
        const XmlMark mark = next_xml_mark(text, 0);
        CHECK(mark.kind == XmlMarkup::partial);
        CHECK(mark.begin == 1);
    }
}

TEST_CASE("names are compared without prefix and without case") {
    CHECK(xml_local_name("dc:title") == "title");
    CHECK(xml_local_name("title") == "title");
    CHECK(is_same_xml_name("ITEM", "item"));
    CHECK_FALSE(is_same_xml_name("items", "item"));
}
