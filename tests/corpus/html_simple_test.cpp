#include "corpus/html_simple.hpp"

#include <random>

#include "corpus/html_text.hpp"
#include "tests/catch.hpp"

using namespace dateline;

namespace {

/// A comment says nothing, and makes a parser read it all.
std::string parsed(const std::string& html) { return html_text(html + "<!-- -->"); }

}  // namespace

TEST_CASE("what is simple is read without a parser") {
    CHECK(simple_html_text("<p>One &amp; <a href='b>c'>two</a></p>\n<P>three<br />four</p>") ==
          "One & two\n\nthree\nfour");
    CHECK(simple_html_text("<ul><li>a<li>b</ul> 1 < 2 & 3 &hellip;") ==
          "a\n\nb\n\n1 < 2 & 3 \u2026");
    CHECK(simple_html_text("a\n\nb") == "a\n\nb");
}

TEST_CASE("what is not is left to one") {
    for (const std::string_view html :
         {"<!-- -->", "<table><tr><td>a</table>", "<script>a</script>", "a</div>b", "&eacute",
          "&unknown;", "<p style='display:none'>a</p>", "<p HIDDEN>a</p>", "<p", "<pre>a</pre>",
          "<div><blockquote>a</div>b</blockquote>", "<h1>a<h2>b</h2></h1>", "<html>", "a</br>b",
          "<x-y>a</x-y>", "&#10;"}) {
        CAPTURE(html);
        CHECK_FALSE(simple_html_text(html));
    }
}

TEST_CASE("the text of a simple fragment is what a parser says it is") {
    const std::vector<std::string> pieces{"<p>",
                                          "</p>",
                                          "<br>",
                                          "<br/>",
                                          "<div>",
                                          "</div>",
                                          "<b>",
                                          "</b>",
                                          "<i class='x'>",
                                          "</i>",
                                          "<a href=\"h\">",
                                          "</a>",
                                          "<ul>",
                                          "</ul>",
                                          "<li>",
                                          "</li>",
                                          "<h2>",
                                          "</h2>",
                                          "<blockquote>",
                                          "</blockquote>",
                                          "<img src='a'>",
                                          "<span>",
                                          "</span>",
                                          "one",
                                          " two ",
                                          "\n",
                                          "\n\n",
                                          "  ",
                                          "three.",
                                          "&amp;",
                                          "&nbsp;",
                                          "&#8217;",
                                          "&#150;",
                                          "<",
                                          "&",
                                          "& ",
                                          "\t",
                                          "\r\n",
                                          "<ol>",
                                          "</ol>",
                                          "\u00E9"};
    std::mt19937 random(11);
    std::size_t simple = 0;
    for (int round = 0; round < 30'000; ++round) {
        std::string html;
        for (std::size_t i = 1 + random() % 12; i > 0; --i)
            html += pieces[random() % pieces.size()];
        const auto text = simple_html_text(html);
        if (!text) continue;
        ++simple;
        INFO(html);
        REQUIRE(*text == parsed(html));
    }
    CHECK(simple > 5'000);
}
