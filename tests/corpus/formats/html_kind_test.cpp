#include "corpus/formats/html_kind.hpp"

#include <string>

#include "tests/catch.hpp"

using namespace dateline;

namespace {

std::string why(const std::string& html, const HtmlPageKind& kind) {
    const auto tree = HtmlTree::parse(html);
    REQUIRE(tree);
    return why_no_article(*tree, html_blocks(*tree), kind);
}

HtmlPageKind kind_of(std::string_view headline, std::size_t body_bytes, std::string_view url = {}) {
    HtmlPageKind kind;
    kind.headline = headline;
    kind.body_bytes = body_bytes;
    kind.url = url;
    return kind;
}

const std::string text(400, 'x');

}  // namespace

TEST_CASE("an article is one") {
    CHECK(why("<p>" + text, kind_of("A bridge", 2000)).empty());
    CHECK(why("<p>" + text, kind_of("A bridge", 2000, "https://a.example/bridge")).empty());
    HtmlPageKind brief = kind_of("A bridge", 100);
    brief.is_typed_article = true;
    CHECK(why("<p>" + text, brief).empty());
}

TEST_CASE("pages without text, and shells that scripts fill") {
    CHECK(why("<div></div>", kind_of("A", 0)) == "a page without text");
    CHECK(why("<p>Please wait<noscript>x</noscript>", kind_of("A", 0)) ==
          "a page without text until scripts have run");
    CHECK(why("<p>" + text, kind_of("A", 99)) ==
          "a page without an article: 99 bytes of running text");
}

TEST_CASE("error pages are told by their headline") {
    CHECK(why("<p>" + text, kind_of("404 - Page not found", 400)) ==
          "an error page: \"404 - Page not found\"");
    CHECK(why("<p>" + text, kind_of("404 million for the bridge", 4000)).empty());
}

TEST_CASE("fronts are told by their address or by their links") {
    for (const char* url : {"https://a.example", "https://a.example/",
                            "https://a.example/index.html", "https://a.example/?x=y"}) {
        INFO(url);
        CHECK(why("<p>" + text, kind_of("A", 2000, url)) == "the front page of a site");
    }
    std::string links;
    for (int i = 0; i < 50; ++i)
        links += "<p><a href=x>The headline of another article, number</a>";
    CHECK(why(links, kind_of("A", 700)) ==
          "a page of links: 50 linked headlines, 700 bytes of running text");
    CHECK(why(links, kind_of("A", 7000)).empty());
}

TEST_CASE("a brief is an article below a heading, not among headlines of others") {
    HtmlPageKind brief = kind_of("A bridge", 80);
    CHECK(why("<p>" + text, brief) == "a page without an article: 80 bytes of running text");
    brief.is_headed_text = true;
    CHECK(why("<p>" + text, brief).empty());
    std::string links;
    for (int i = 0; i < 4; ++i) links += "<p><a href=x>The headline of another article, number</a>";
    CHECK(why(links, brief) == "a page without an article: 80 bytes of running text");
    brief.body_bytes = 800;
    brief.has_prose = false;
    CHECK(why(links, brief) == "a page without an article: 800 bytes of running text");
    brief.body_bytes = 40;
    CHECK(why("<p>" + text, brief) == "a page without an article: 40 bytes of running text");
}

TEST_CASE("paragraphs of sentences and nothing else are an article") {
    const std::string sentences =
        "<p>The bridge over the harbour was closed on Tuesday, and nobody knows for how long.</p>";
    const HtmlPageKind kind = kind_of("", 150);
    const std::string reason = "a page without an article: 150 bytes of running text";
    CHECK(why(sentences + sentences, kind).empty());
    CHECK(why(sentences, kind) == reason);
    CHECK(why(sentences + sentences + "<p>Home</p>", kind) == reason);
    CHECK(why(sentences + "<div>" + sentences.substr(3) + "</div>", kind) == reason);
    CHECK(why(sentences + sentences + "<noscript>x</noscript>", kind) ==
          "a page without text until scripts have run");
}
