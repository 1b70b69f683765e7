#include "corpus/formats/xml_other.hpp"

#include "tests/catch.hpp"
#include "tests/corpus/reading.hpp"

using namespace dateline;
using dateline::test::read_text;

TEST_CASE("XML that holds no articles by nature is a skip, other XML a rejection") {
    const auto sitemap = read_text("<?xml version='1.0'?><urlset xmlns='x'><url/></urlset>");
    CHECK(sitemap.format == "xml");
    CHECK(sitemap.skips.at(0).reason == "a sitemap (root element <urlset>)");
    CHECK(read_text("<opml version='2.0'/>").skips.at(0).reason ==
          "a list of feeds (root element <opml>)");
    CHECK(read_text("<?xml version='1.0'?><invoice/>").rejections.at(0).reason ==
          "XML of an unknown kind (root element <invoice>)");
}

TEST_CASE("SGML, HTML and text with tags are left to others") {
    for (const std::string_view head :
         {"<DOC>\n<DOCNO>1</DOCNO>", "<REUTERS TOPICS='YES'>",
          "<!DOCTYPE lewis SYSTEM 'a'>\n<REUTERS>", "<html xmlns='http://www.w3.org/1999/xhtml'>",
          "<p>A paragraph</p>", "<b>text", "<?xml version='1.0'?><html>"})
        CHECK_FALSE(recognises_other_xml(head));
}
