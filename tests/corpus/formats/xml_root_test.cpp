#include "corpus/formats/xml_root.hpp"

#include <string>

#include "tests/catch.hpp"

using namespace dateline;

namespace {

std::string root_of(std::string_view head) {
    const auto root = xml_root(head);
    return root ? root->name : "none";
}

}  // namespace

TEST_CASE("the root element is found after whatever may come before it") {
    CHECK(root_of("<rss version='2.0'>") == "rss");
    CHECK(root_of("\xEF\xBB\xBF\n<?xml version='1.0'?>\n<!-- <x> -->\n<rdf:RDF>") == "rdf:RDF");
    CHECK(root_of("<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b '<c>'>]><nitf>") == "nitf");
    CHECK(xml_root("<rdf:RDF>")->local_name() == "RDF");
    CHECK(xml_root("<a b='c'><d>")->tag == "<a b='c'>");
}

TEST_CASE("HTML, other formats and text are no XML") {
    for (const std::string_view text :
         {"<html>", "<!DOCTYPE html><body>", "<?xml version='1.0'?>\n<!doctype HTML PUBLIC ''><a>",
          "<HTML>", "A text with <b>bold</b>", "{\"a\": \"<rss>\"}", "", "<3 hearts", "</rss>",
          "{\"xml\": \"<?xml version='1.0'?><rss>\"}", "WARC/1.0\r\n\r\n<?xml version='1.0'?><rss>",
          "From: a@b\nSubject: c\n\n<?xml version='1.0'?><rss>"}) {
        CAPTURE(text);
        CHECK(root_of(text) == "none");
    }
}

TEST_CASE("what a server printed before the document is passed over") {
    CHECK(root_of("Notice: line 3\n<?xml version='1.0'?><rss>") == "rss");
    CHECK(root_of("<br />\n<b>Warning</b>: x\n<?xml version='1.0'?><rss>") == "rss");
    CHECK(xml_root("x <?xml version='1.0'?><rss>")->has_junk);
    CHECK_FALSE(xml_root("\n<?xml version='1.0'?><rss>")->has_junk);
    CHECK_FALSE(may_be_xml_root("b"));
    CHECK(root_of(std::string(5000, 'x') + "<?xml version='1.0'?><rss>") == "none");
}

TEST_CASE("wide characters are told from the first bytes") {
    using namespace std::string_literals;
    CHECK(has_wide_characters("\xFF\xFE<\0r\0"s));
    CHECK(has_wide_characters("\0<\0r"s));
    CHECK_FALSE(has_wide_characters("<rss>"));
    CHECK(root_of("\xFF\xFE<\0r\0s\0s\0>\0"s) == "rss");
    CHECK(root_of("\0<\0r\0s\0s\0>"s) == "rss");
}

TEST_CASE("the declared encoding is what stands in quotes after the word") {
    CHECK(xml_encoding("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>") == "ISO-8859-1");
    CHECK(xml_encoding("<?xml version='1.0' encoding = 'utf-8' ?>") == "utf-8");
    CHECK(xml_encoding("<?xml version='1.0'?><a encoding='b'>").empty());
    CHECK(xml_encoding("<a encoding='b'>").empty());
}
