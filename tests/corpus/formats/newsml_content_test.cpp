#include "corpus/formats/newsml_content.hpp"

#include "corpus/formats/xml_document.hpp"
#include "tests/catch.hpp"
#include "tests/corpus/reading.hpp"

using namespace dateline;

namespace {

NewsmlContent content_of(const std::string& renditions) {
    XmlDocument document;
    CHECK(document.parse(("<contentSet>" + renditions + "</contentSet>"), 1).empty());
    return read_newsml_content(document.root(), test::read_options().dates);
}

}  // namespace

TEST_CASE("the first rendition with text is the text") {
    CHECK(content_of("<remoteContent/><inlineXML><events><event>No.</event></events></inlineXML>"
                     "<inlineData>One.</inlineData><inlineData>Two.</inlineData>")
              .article.body == "One.");
    CHECK(content_of("<remoteContent/>").is_elsewhere);
    CHECK(content_of("<inlineXML><!-- text --></inlineXML>").article.body.empty());
}

TEST_CASE("XHTML gives its body, and its title where it has one") {
    const Article article =
        content_of(
            "<inlineXML><h:html xml:lang='fr'><h:head><h:title>T</h:title></h:head>"
            "<h:body><h:p>A.</h:p><h:p>B.</h:p></h:body></h:html></inlineXML>")
            .article;
    CHECK(article.headline == "T");
    CHECK(article.body == "A.\n\nB.");
    CHECK(article.language == "fr");
    CHECK(content_of("<inlineXML><p>A.</p><p>B.</p></inlineXML>").article.body == "A.\n\nB.");
}

TEST_CASE("data is text, HTML, or base64 of either") {
    CHECK(content_of("<inlineData contenttype='text/plain'>a &lt;b&gt; c</inlineData>")
              .article.body == "a <b> c");
    CHECK(content_of("<inlineData contenttype='text/html'>&lt;p&gt;a&lt;/p&gt;</inlineData>")
              .article.body == "a");
    CHECK(content_of("<inlineData encoding='base64'>SGFyYm91cg==</inlineData>").article.body ==
          "Harbour");
    CHECK(content_of("<inlineData contenttype='image/png'>SGFyYm91cg==</inlineData>")
              .article.body.empty());
}

TEST_CASE("any holder of text is read alike") {
    XmlDocument document;
    document.parse(
        "<DataContent><nitf><body><body.content><p>A.</p></body.content></body>"
        "</nitf></DataContent>",
        1);
    CHECK(read_inline_content(document.root(), {}).body == "A.");
    document.parse("<DataContent><para>A.</para><para>B.</para></DataContent>", 1);
    CHECK(read_inline_content(document.root(), {}).body == "A.\n\nB.");
}
