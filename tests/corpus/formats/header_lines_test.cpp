#include "corpus/formats/header_lines.hpp"

#include <string>

#include "tests/catch.hpp"
#include "tests/corpus/reading.hpp"

using namespace dateline;

namespace {

const std::string head =
    "-- Ferries to sail\n-- By  Ida Lind\n-- Tue Mar 4, 2014 1:28pm EST\n-- http://a.example/1\n";

}  // namespace

TEST_CASE("the lines at the top are the fields") {
    const auto events = test::read_text(head + "\n \n\n OSLO - One. \n\n Two.\n");
    CHECK(events.format == "header lines");
    REQUIRE(events.articles.size() == 1);
    const Article& article = events.articles[0];
    CHECK(article.headline == "Ferries to sail");
    CHECK(article.byline == "Ida Lind");
    CHECK(article.url == "http://a.example/1");
    CHECK(iso_date(article.date) == "2014-03-04T13:28:00-05:00");
    CHECK(article.body == "OSLO - One.\n\nTwo.");
    CHECK(events.warnings.empty());
}

TEST_CASE("fields may be missing, and authors stand without \"By\"") {
    const auto events = test::read_text("-- Ferries\n-- \n-- 4 March 2014\n\nText.");
    REQUIRE(events.articles.size() == 1);
    CHECK(events.articles[0].byline.empty());
    CHECK(iso_date(events.articles[0].date) == "2014-03-04");
    const auto named = test::read_text("-- Ferries\n-- Ida Lind\n-- 4 March 2014\n\nText.");
    REQUIRE(named.articles.size() == 1);
    CHECK(named.articles[0].byline == "Ida Lind");
}

TEST_CASE("what is not understood is a warning") {
    const auto events =
        test::read_text("-- Ferries\n--\n-- 31 February 2014\n-- something else\n\nText.");
    REQUIRE(events.warnings.size() == 2);
    CHECK(events.warnings[0].reason.find("31 February") != std::string::npos);
    CHECK(events.warnings[1].reason == "header line \"something else\" is no field that is known");
}

TEST_CASE("a header without anything below it is an article by its headline") {
    CHECK(test::headlines(test::read_text(head)) == std::vector<std::string>{"Ferries to sail"});
    CHECK(test::read_text("--\n-- 4 March 2014\n").rejections.size() == 1);
}

TEST_CASE("dashes alone make no header") {
    for (const char* text : {"-- one line\n\nText", "--\n--\n", "- a\n- 4 March 2014\n",
                             "-- said one\n-- said another\n", ""})
        CHECK(!recognises_header_lines(text));
    CHECK(recognises_header_lines("\xEF\xBB\xBF" + head));
}
