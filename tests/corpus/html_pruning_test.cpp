#include "corpus/html_pruning.hpp"

#include <algorithm>
#include <string>

#include "tests/catch.hpp"

using namespace dateline;

namespace {

std::string repeat(std::size_t count, const std::string& text) {
    std::string all;
    for (std::size_t i = 0; i < count; ++i) all += text;
    return all;
}

std::size_t count_of(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++count;
    return count;
}

}  // namespace

TEST_CASE("comments, scripts, styles and drawings go, the rest stays as it is") {
    CHECK(prune_html("<p>a<!-- b --><b>c</b><!--> d <!---> e <!-- f --!>g") ==
          "<p>a<b>c</b> d  e g");
    CHECK(prune_html("a<script>if (a<b) '<p>'</script >b<STYLE>p>q{}</style>c") == "abc");
    CHECK(prune_html("a<svg><svg/><g><svg></svg></g></svg>b<svg/>c") == "abc");
    CHECK(prune_html("<!doctype html>a < b && c > d <3") == "<!doctype html>a < b && c > d <3");
    CHECK(prune_html("<title>a <b> <!-- c</title>d") == "<title>a <b> <!-- c</title>d");
}

TEST_CASE("JSON-LD stays") {
    const std::string script = R"(<script type="application/ld+json">{"a": "<!-- <b>"}</script>)";
    CHECK(prune_html("x" + script + "y<script>z</script>") == "x" + script + "y");
}

TEST_CASE("an unclosed drawing does not hide the page") {
    CHECK(prune_html("a<svg><path d=1>b<p>c") == "a<path d=1>b<p>c");
    const std::string many = prune_html(repeat(100'000, "<svg>") + "end");
    CHECK(many == "end");
}

TEST_CASE("tags nested too deep go, their contents stay") {
    const std::string pruned =
        prune_html(repeat(1000, "<div>") + "deep" + repeat(1000, "</div>") + "<div>after</div>");
    CHECK(count_of(pruned, "<div>") == 257);
    CHECK(count_of(pruned, "</div>") == 257);
    CHECK(count_of(pruned, "deep") == 1);
}

TEST_CASE("tags that the standard closes by itself, or that are closed, do not nest") {
    const std::string page = repeat(1000, "<p>a<li>b<tr><td>c<option>d<br>") +
                             repeat(1000, "<div><span>e</div>") + repeat(1000, "<b>f</b>");
    CHECK(prune_html(page) == page);
}

TEST_CASE("end tags that close nothing do not hide nesting") {
    for (const char* unit : {"<div></x>", "<x><div></x></div>", "<table><x></table></x><div>",
                             "<div><span></b></span><p>", "<b><div></b>", "<a b><div></a><i>"}) {
        const std::string pruned = prune_html(repeat(10'000, unit));
        INFO(unit);
        CHECK(count_of(pruned, "<") < 45'000);
        CHECK(std::min({count_of(pruned, "<x>"), count_of(pruned, "<div>")}) <= 257);
    }
}

TEST_CASE("formatting that is never closed is limited") {
    std::string page;
    for (int i = 0; i < 1000; ++i) page += "<div><b class=" + std::to_string(i) + "></div>";
    CHECK(count_of(prune_html(page), "<b ") == 128);
}

TEST_CASE("a tag with endless attributes goes") {
    std::string tag = "<a";
    for (int i = 0; i < 300; ++i) tag += " a" + std::to_string(i);
    CHECK(prune_html("b" + tag + ">c</a>d") == "bc</a>d");
}
