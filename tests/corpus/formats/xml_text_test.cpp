#include "corpus/formats/xml_text.hpp"

#include "corpus/formats/xml_document.hpp"
#include "tests/catch.hpp"

using namespace dateline;

namespace {

std::string text_of(const std::string& xml) {
    XmlDocument document;
    CHECK(document.parse(xml, 1).empty());
    return block_text(document.root());
}

}  // namespace

TEST_CASE("blocks are paragraphs, and white space in them is one blank") {
    CHECK(text_of(
              "<body.content>\n <p>One\n   two</p>\n <hl2>Three</hl2><p>four</p></body.content>") ==
          "One two\n\nThree\n\nfour");
    CHECK(text_of("<div>a<p>b</p>c</div>") == "a\n\nb\n\nc");
}

TEST_CASE("inline elements part no words and join none") {
    CHECK(text_of("<p>a<b>b</b> <i>c</i>d <em> e </em> f</p>") == "ab cd e f");
}

TEST_CASE("line breaks, cells and items keep apart") {
    CHECK(text_of("<p>a<br/>b</p>") == "a\nb");
    CHECK(text_of("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>") ==
          "a\tb\n\nc");
    CHECK(text_of("<ul><li>a</li><li>b</li></ul>") == "a\n\nb");
}

TEST_CASE("pictures, scripts and styles are left out") {
    CHECK(text_of("<p>a<media><media-caption>x</media-caption></media><script>y</script>b</p>") ==
          "ab");
}

TEST_CASE("lines count in preformatted text, empty ones where nothing marks up paragraphs") {
    CHECK(text_of("<pre>a\n  b\n\n\nc</pre>") == "a\nb\n\nc");
    CHECK(text_of("<block>a\nb\n\nc</block>") == "a b\n\nc");
    CHECK(text_of("<p>a\n\nb</p>") == "a b");
}

TEST_CASE("any depth is read") {
    std::string deep;
    deep.clear();
    for (int i = 0; i < 50'000; ++i) deep += "<p>";
    deep += "x";
    for (int i = 0; i < 50'000; ++i) deep += "</p>";
    CHECK(text_of(deep) == "x");
}
