#include "corpus/html_metadata.hpp"

#include <deque>
#include <string>
#include <utility>

#include "tests/catch.hpp"

using namespace dateline;

namespace {

// The pages stay, since metadata are views of them.
HtmlMetadata metadata_of(const std::string& html) {
    static std::deque<std::string> pages;
    static std::deque<HtmlTree> trees;
    auto tree = HtmlTree::parse(pages.emplace_back(html));
    REQUIRE(tree);
    return HtmlMetadata(trees.emplace_back(*std::move(tree)));
}

std::string first_date(const std::string& html, std::uint32_t body = 0) {
    const HtmlMetadata metadata = metadata_of(html);
    const auto dates = metadata.dates(body);
    return dates.empty() ? "none" : dates[0]->value;
}

}  // namespace

TEST_CASE("fields come from whatever a page says of itself") {
    const HtmlMetadata metadata = metadata_of(
        "<html lang=en><title>T | Site</title><meta property='og:title' content='T'>"
        "<meta name=Author content='Mara Ellis'><meta property=og:site_name content=Herald>"
        "<meta property=article:section content=City><link rel=canonical "
        "href='https://a.example/t'>"
        "<script type='application/ld+json'>{}</script>");
    CHECK(metadata.title() == "T");
    CHECK(metadata.byline(0) == "Mara Ellis");
    CHECK(metadata.site() == "Herald");
    CHECK(metadata.section() == "City");
    CHECK(metadata.language() == "en");
    CHECK(metadata.url() == "https://a.example/t");
    REQUIRE(metadata.linked_data().size() == 1);
    CHECK(metadata.linked_data()[0] == "{}");
}

TEST_CASE("a page that says nothing has nothing") {
    const HtmlMetadata metadata = metadata_of("<p>text");
    CHECK(metadata.title().empty());
    CHECK(metadata.byline(0).empty());
    CHECK(metadata.url().empty());
    CHECK(metadata.dates(0).empty());
}

TEST_CASE("addresses are no authors, a date does not belong to one") {
    CHECK(metadata_of("<meta name=author content='https://a.example/mara'>").byline(0).empty());
    CHECK(metadata_of("<meta name=author content='@mara'><div class=byline>By Mara Ellis</div>")
              .byline(0) == "By Mara Ellis");
    CHECK(metadata_of("<meta name=author content='Mara Ellis | March 5, 2021'>").byline(0) ==
          "Mara Ellis ");
    CHECK(metadata_of("<div class=byline>Veröffentlicht von<b>Mara Ellis</b></div>").byline(0) ==
          "Mara Ellis");
}

TEST_CASE("dates for programs come before dates shown, those by the body before others") {
    CHECK(first_date("<time datetime=2020-01-01>x</time><meta property=article:published_time "
                     "content=2020-01-02>") == "2020-01-02");
    CHECK(first_date("<span itemprop=datePublished content=2020-01-03>x</span>") == "2020-01-03");
    CHECK(first_date("<meta name=date content=''><p class=post-date>4 May 2020</p>") ==
          "4 May 2020");
    std::string between;
    for (int i = 0; i < 100; ++i) between += "<p>x";
    const std::string page =
        "<time datetime=2019-01-01>a</time>" + between + "<time datetime=2020-01-01>b</time>";
    CHECK(first_date(page, 3) == "2019-01-01");
    CHECK(first_date(page, 200) == "2020-01-01");
}

TEST_CASE("what readers write has no say") {
    CHECK(first_date("<div class=comments><time datetime=2020-01-01>x</time></div>") == "none");
    CHECK(first_date("<body class=comments-open><time datetime=2020-01-01>x</time>") ==
          "2020-01-01");
}

TEST_CASE("dates of other articles have no say") {
    CHECK(first_date("<ul class=related-posts><li><time class=published "
                     "datetime=2020-01-01>x</time></ul>") == "none");
    CHECK(first_date("<aside><time datetime=2020-01-01>x</time></aside>") == "none");
    CHECK(first_date("<aside><time datetime=2020-01-01>x</time></aside><time "
                     "datetime=2020-01-02>y</time>") == "2020-01-02");
}
