#include "corpus/formats/trec_web_page.hpp"

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("a page of the web has address, title and text") {
    const Article article = read_trec_web_page(
        "\nhttp://a.example/x.html 1.2.3.4 text/html\nHTTP/1.1 200 OK\n",
        "</DOCHDR>\n<html><head><title>A &amp; B</title></head><body><p>One.<p>Two.</html>");
    CHECK(article.url == "http://a.example/x.html");
    CHECK(article.headline == "A & B");
    CHECK(article.body == "One.\n\nTwo.");
    CHECK(!article.date.known());
}

TEST_CASE("what is missing stays empty") {
    const Article article = read_trec_web_page("", "<p>One.");
    CHECK(article.url.empty());
    CHECK(article.headline.empty());
    CHECK(article.body == "One.");
}
