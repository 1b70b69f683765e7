#include "corpus/html_apart.hpp"

#include <string>

#include "tests/catch.hpp"

using namespace dateline;

namespace {

/// The texts of a page that are not apart.
std::string own_text(const std::string& html) {
    const auto tree = HtmlTree::parse(html);
    REQUIRE(tree);
    const std::vector<bool> apart = html_apart(*tree);
    std::string text;
    for (std::size_t i = 0; i < apart.size(); ++i)
        if (tree->nodes()[i].tag == HtmlTag::text && !apart[i]) text += tree->nodes()[i].text;
    return text;
}

}  // namespace

TEST_CASE("related articles, comments, menus and the page's footer are apart") {
    for (const char* other :
         {"<ul class='related-posts'><li>x</ul>", "<div id=sidebar>x</div>", "<nav>x</nav>",
          "<aside>x</aside>", "<footer>x</footer>", "<section id=comments>x</section>",
          "<div class=most-read><p>x</div>", "<div class=shop-rating>5 May 2020</div>",
          "<ul><li><a href=1>The headline of another article</a>x</ul>"}) {
        INFO(other);
        CHECK(own_text(std::string("<p>own</p>") + other) == "own");
    }
}

TEST_CASE("what holds the headline or belongs to the article is not apart") {
    CHECK(own_text("<div class=sidebar><h1>own</h1></div>") == "own");
    CHECK(own_text("<article><p>o</p><footer>wn</footer></article>") == "own");
    CHECK(own_text("<ul><li><a href=1>Mara Ellis</a><li>5 May</ul>") == "Mara Ellis5 May");
    CHECK(own_text("<body class='sidebar comments'>own") == "own");
}

TEST_CASE("comments are told by the names of what may hold them") {
    const auto tree = HtmlTree::parse("<div class=comments></div><p class=comments></p>");
    REQUIRE(tree);
    std::size_t count = 0;
    for (const HtmlNode& node : tree->nodes()) count += holds_html_comments(*tree, node) ? 1 : 0;
    CHECK(count == 1);
}
