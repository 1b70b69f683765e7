#include "corpus/formats/feed_repair.hpp"

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("markup in a field of text goes into a section") {
    CHECK(with_markup_in_sections("<item><title>a <b>b</title><link>c</link></item>") ==
          "<item><title><![CDATA[a <b>b]]></title><link>c</link></item>");
    CHECK(with_markup_in_sections("<item><c:encoded>a<br>]]>b</c:encoded></item>") ==
          "<item><c:encoded><![CDATA[a<br>]]]]><![CDATA[>b]]></c:encoded></item>");
}

TEST_CASE("fields without markup, and those in a section, stay") {
    for (const std::string_view entry :
         {"<item><title>a &lt;b&gt;</title></item>", "<item><title><![CDATA[<b>]]></title></item>",
          "<item><link>a<b></link></item>", "<item><title>not closed", ""})
        CHECK(with_markup_in_sections(entry) == entry);
}

TEST_CASE("fields that are never closed cost no more than their bytes") {
    std::string entry = "<item>";
    for (int i = 0; i < 300'000; ++i) entry += "<title>a";
    CHECK(with_markup_in_sections(entry) == entry);
    CHECK(with_markup_in_sections(entry + "</title>").size() == entry.size() + 20);
}
