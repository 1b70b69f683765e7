#include "corpus/formats/html_date.hpp"

#include <string>

#include "tests/catch.hpp"

using namespace dateline;

namespace {

DateReading reading_of(const std::string& html, std::string_view url = {},
                       const HtmlHead& head = {}) {
    const auto tree = HtmlTree::parse(html);
    REQUIRE(tree);
    DateOptions options;
    options.today = 20'000;
    return read_html_date(HtmlMetadata(*tree), head, 0, url, options);
}

std::string date_of(const std::string& html, std::string_view url = {}, const HtmlHead& head = {}) {
    return iso_date(reading_of(html, url, head).date);
}

}  // namespace

TEST_CASE("the first date that can be read is taken") {
    CHECK(date_of("<meta name=pubdate content=nonsense><meta name=date content=2020-01-05>") ==
          "2020-01-05");
    CHECK(date_of("<time datetime='2020-01-05T10:00:00Z'>x</time>") == "2020-01-05T10:00:00Z");
}

TEST_CASE("dates on the page have labels") {
    CHECK(date_of("<p class=date>Published: 5 January 2020 | Updated: 7 January 2020</p>") ==
          "2020-01-05");
    CHECK(date_of("<p class=date>Posted on Sunday, January 5, 2020 at 3:30 pm</p>") ==
          "2020-01-05T15:30:00Z");
    CHECK(date_of("<p class=date>Chapter 5</p>").empty());
    CHECK(date_of("<p class=date>2020</p>").empty());
}

TEST_CASE("an address may have the day") {
    CHECK(date_of("<p>x", "https://a.example/2020/01/05/bridge") == "2020-01-05");
    CHECK(date_of("<p>x", "https://a.example/news/2020/1/5") == "2020-01-05");
    CHECK(date_of("<p>x", "https://a.example/2020/jan/05/bridge") == "2020-01-05");
    CHECK(date_of("<p>x", "https://a.example/2020-01-05-bridge") == "2020-01-05");
    for (const char* url :
         {"https://a.example/2020/bridge-12", "https://a.example/2020/13/05/x",
          "https://a.example/12345678/x", "https://a.example/2020/01/123456.html", ""}) {
        INFO(url);
        CHECK(date_of("<p>x", url).empty());
    }
}

TEST_CASE("dates shown that are not about the day in the address are of something else") {
    const std::string page = "<time datetime='2019-03-01T10:00:00Z'>x</time>";
    CHECK(date_of(page, "https://a.example/2020/01/05/bridge") == "2020-01-05");
    CHECK(date_of(page, "https://a.example/2019/03/02/bridge") == "2019-03-01T10:00:00Z");
}

TEST_CASE("a date for programs that cannot be read is told") {
    CHECK(reading_of("<meta name=date content=2020-02-31>").problem == DateProblem::impossible);
    CHECK(reading_of("<p>x").problem == DateProblem::missing);
}

TEST_CASE("a date printed by the headline comes before others shown, not before one for programs") {
    const HtmlHead head{0, 0, {"City", "By Mara Ellis on 31. Oktober 2023 in City"}};
    const std::string far = "<time datetime=2020-12-03>x</time>";
    CHECK(date_of(far) == "2020-12-03");
    CHECK(date_of(far, {}, head) == "2023-10-31");
    CHECK(date_of("<meta name=pubdate content=2023-11-01>" + far, {}, head) == "2023-11-01");
    CHECK(date_of("<meta property=article:modified_time content=2023-11-02>", {}, head) ==
          "2023-10-31");
    CHECK(date_of(far, {}, {0, 100, {"31. Oktober 2023"}}) == "2020-12-03");
}

TEST_CASE("a list of dates far from the headline is of something else") {
    std::string reviews;
    for (int day = 1; day < 5; ++day)
        reviews += "<p class=date>" + std::to_string(day) + " May 2020</p>";
    CHECK(date_of(reviews).empty());
    CHECK(date_of(reviews, {}, {0, 0, {"6 May 2020"}}) == "2020-05-06");
    CHECK(date_of("<p class=date>1 May 2020</p>") == "2020-05-01");
}
