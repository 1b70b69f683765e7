#include "corpus/formats/xml_document.hpp"

#include "corpus/formats/xml_nodes.hpp"
#include "tests/catch.hpp"

using namespace dateline;

namespace {

XmlRecord record_of(std::string_view bytes, std::string charset = {}) {
    XmlRecord record;
    record.bytes = bytes;
    record.charset = std::move(charset);
    return record;
}

std::string text_in(std::string_view bytes, std::string charset = {}) {
    XmlDocument document;
    CHECK(document.parse(record_of(bytes, std::move(charset))).empty());
    return inner_text(document.root());
}

}  // namespace

TEST_CASE("a record is read in the encoding that its document declares") {
    CHECK(text_in("<a>caf\xE9</a>", "iso-8859-1") == "caf\u00E9");
    CHECK(text_in("<a>caf\xC3\xA9</a>", "utf-8") == "caf\u00E9");
}

TEST_CASE("bytes are in no encoding of wide characters, whatever is declared") {
    CHECK(text_in("<a>caf\xC3\xA9!</a>", "UTF-16") == "caf\u00E9!");
    CHECK(text_in("<a>caf\xC3\xA9!</a>", "ucs-2") == "caf\u00E9!");
}

TEST_CASE("entities, ampersands and zero bytes do no harm") {
    CHECK(text_in("<a>R&D&nbsp;&amp; &lt;b&gt; <![CDATA[<c> &amp;]]></a>") ==
          "R&D\u00A0& <b> <c> &amp;");
    CHECK(text_in(std::string_view("<a>b\0c</a>", 10)) == "b c");
}

TEST_CASE("white space between elements is kept") {
    CHECK(text_in("<a><b>one</b> <c>two</c></a>") == "one two");
}

TEST_CASE("what is not well-formed is refused with its line") {
    XmlDocument document;
    XmlRecord record = record_of("<a>\n<b>\n</c></a>");
    record.origin.line = 10;
    CHECK(document.parse(record) ==
          "not well-formed XML: start and end tags do not match, in line 12");
    CHECK(document.parse("<a", 1).starts_with("not well-formed XML: "));
    CHECK(document.parse("", 1).starts_with("not well-formed XML: "));
    CHECK(document.parse("<a/>", 1).empty());
}

TEST_CASE("entities that a document declares are named and never expanded") {
    XmlDocument document;
    CHECK(document.parse("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", 1).empty());
    CHECK(inner_text(document.root()) == "&b;");
    CHECK(document.warning() == "entity &b; is not known, and stays as written");
    CHECK(document.parse("<a/>", 1).empty());
    CHECK(document.warning().empty());
}
