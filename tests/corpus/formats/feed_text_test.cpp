#include "corpus/formats/feed_text.hpp"

#include "corpus/formats/xml_document.hpp"
#include "tests/catch.hpp"

using namespace dateline;

namespace {

std::string text_of(const std::string& element, FeedDialect dialect) {
    XmlDocument document;
    CHECK(document.parse(element, 1).empty());
    return feed_text(document.root(), dialect);
}

std::string person(const char* element) {
    XmlDocument document;
    document.parse(element, 1);
    return feed_person(document.root());
}

}  // namespace

TEST_CASE("in Atom text is plain unless its type says otherwise") {
    CHECK(text_of("<t>a &lt;b&gt;c&lt;/b&gt;</t>", FeedDialect::atom) == "a <b>c</b>");
    CHECK(text_of("<t type='text'>a &lt;b&gt;</t>", FeedDialect::atom) == "a <b>");
    CHECK(text_of("<t type='html'>a &lt;b&gt;c&lt;/b&gt;</t>", FeedDialect::atom) == "a c");
    CHECK(text_of("<t type='text/html' mode='escaped'>&amp;amp;</t>", FeedDialect::atom) == "&");
    CHECK(text_of("<t type='html'><![CDATA[<p>a</p><p>b</p>]]></t>", FeedDialect::atom) ==
          "a\n\nb");
}

TEST_CASE("in RSS text with markup is HTML, and text without stays as it is") {
    CHECK(text_of("<t>AT&amp;amp;T &lt;i&gt;x&lt;/i&gt;</t>", FeedDialect::rss) == "AT&T x");
    CHECK(text_of("<t>1 &lt; 2 &amp; 3</t>", FeedDialect::rss) == "1 < 2 & 3");
}

TEST_CASE("XHTML and HTML that nobody escaped are read as elements") {
    CHECK(text_of("<t type='xhtml'><div><p>a</p><p>b &lt;c></p></div></t>", FeedDialect::atom) ==
          "a\n\nb <c>");
    CHECK(text_of("<t>a <b>b</b> c</t>", FeedDialect::rss) == "a b c");
}

TEST_CASE("base64 is decoded, whichever way it is marked") {
    CHECK(text_of("<t mode='base64'>SGFyYm91cg==</t>", FeedDialect::atom) == "Harbour");
    CHECK(text_of("<t type='application/octet-stream'>RXhhbXBsZSA8Yj5BdG9tPC9iPg==</t>",
                  FeedDialect::atom) == "Example Atom");
    CHECK(text_of("<t type='image/png'>iVBORw0KGgoAAAANSUhEUg==</t>", FeedDialect::atom).empty());
}

TEST_CASE("people are names, or else addresses") {
    CHECK(person("<author><name>Ada</name><email>a@b.example</email></author>") == "Ada");
    CHECK(person("<author><email>a@b.example</email></author>") == "a@b.example");
    CHECK(person("<author>a@b.example (Ada)</author>") == "Ada");
    CHECK(person("<creator>By Ada Marsh</creator>") == "Ada Marsh");
}
