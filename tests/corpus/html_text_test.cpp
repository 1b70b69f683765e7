#include "corpus/html_text.hpp"

#include <string>

#include "corpus/clean_text.hpp"
#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("blocks are paragraphs, line breaks newlines, inline elements nothing") {
    CHECK(html_text("<p>One <b>bo</b>ld,\n <a href=x>two</a>.</p><div>Three<br/>four</div>five") ==
          "One bold, two.\n\nThree\nfour\n\nfive");
    CHECK(html_text("<ul><li>a<li>b</ul><h2>c</h2><blockquote>d</blockquote>") ==
          "a\n\nb\n\nc\n\nd");
    CHECK(html_text("a<br><br>b<br>\n<br>\n<br>c") == "a\n\nb\n\nc");
    CHECK(html_text("<pre>a\n  b\n\nc</pre>d") == "a\n  b\n\nc\n\nd");
}

TEST_CASE("rows of a table are lines apart, cells a tab") {
    CHECK(html_text("<table><tr><th>a</th><th>b</th></tr><tr><td>1</td> <td>2</td></tr></table>") ==
          "a\tb\n\n1\t2");
}

TEST_CASE("entities are resolved") {
    CHECK(html_text("Q&amp;A &lt;b&gt; &eacute;&#233;&#xE9; &nbsp;&hellip; &#146;") ==
          "Q&A <b> ééé \xC2\xA0… ’");
    CHECK(html_text("AT&T &unknown; &") == "AT&T &unknown; &");
}

TEST_CASE("what a page does not show is left out") {
    CHECK(html_text("<head><title>t</title></head>a<script>b</script><style>c</style><!-- d -->"
                    "<noscript>e</noscript><template>f</template><svg><text>g</text></svg>"
                    "<p hidden>h</p><p style='color: red; display: none'>i</p>"
                    "<select><option>j</select><textarea>k</textarea>l") == "al");
    CHECK(html_text("<ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>") == "漢字");
}

TEST_CASE("where no tag says what paragraphs are, the source does") {
    CHECK(html_text("One &amp; two\nthree\n\n<i>four</i>\n") == "One & two\nthree\n\nfour");
    CHECK(html_text("One\ntwo\n\nthree<blockquote>four\n\nfive</blockquote>") ==
          "One two\n\nthree\n\nfour\n\nfive");
    CHECK(html_text("<p>One\n\ntwo</p>") == "One two");
    CHECK(html_text("One\n\ntwo<br>three") == "One two\nthree");
}

TEST_CASE("broken fragments have all their text") {
    CHECK(html_text("a</div></p>b<p>c<table><p>d</table>e<") == "a\n\nb\n\nc\n\nd\n\ne<");
    CHECK(html_text("<p>a<p>b</i></b><td>c<tr>d") == "a\n\nbcd");
    CHECK(html_text("").empty());
    CHECK(html_text(" \n<br> ").empty());
    CHECK(first_invalid_utf8(html_text("<p>\xFF\xFE\xC3&#xDFFF;&#x110000;")) == std::nullopt);
}

TEST_CASE("what cannot be parsed comes back without its tags") {
    std::string page;
    for (int i = 0; i < 128; ++i) page += "<b class=" + std::to_string(i) + "><p>";
    for (int i = 0; i < 100'000; ++i) page += "</p><p>ab";
    CHECK(html_text(page).starts_with("abab"));
}

TEST_CASE("markup is told from text") {
    for (const char* text : {"<p>a", "a</p>", "a<br/>b", "x &amp; y", "&#233;", "&#xE9;",
                             "<!-- -->", "<A HREF='x'>", "<foo> <b>"}) {
        INFO(text);
        CHECK(has_markup(text));
    }
    for (const char* text : {"", "a < b > c", "AT&T", "R&D; x", "1 <2> 3", "<john@example.com>",
                             "Q & A;", "&#;", "&#x", "&", "<", "<b", "&;", "<reuters>"}) {
        INFO(text);
        CHECK_FALSE(has_markup(text));
    }
}

TEST_CASE("text full of half tags is looked through once") {
    std::string text;
    for (int i = 0; i < 1'000'000; ++i) text += "<a ";
    CHECK_FALSE(has_markup(text));
}

TEST_CASE("what is beside a text is left out, unless it is all there is") {
    CHECK(html_text("<p>One.</p><aside class=link><p>Related: <a href=1>Two</a></p></aside><figure>"
                    "<img src=x><figcaption>Three</figcaption></figure><p>Four.</p>") ==
          "One.\n\nFour.");
    CHECK(html_text("<figure><img src=x><figcaption>Three</figcaption></figure>") == "Three");
    CHECK(
        html_text("<figure><blockquote>Two</blockquote><figcaption>Three</figcaption></figure>") ==
        "Two");
    CHECK(html_text("<aside>One</aside>") == "One");
}
