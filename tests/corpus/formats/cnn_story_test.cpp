#include "corpus/formats/cnn_story.hpp"

#include <string>

#include "tests/catch.hpp"
#include "tests/corpus/reading.hpp"

using namespace dateline;

namespace {

Article article_of(const std::string& text) {
    const auto events = test::read_text(text);
    REQUIRE(events.format == "cnn story");
    REQUIRE(events.articles.size() == 1);
    return events.articles[0];
}

}  // namespace

TEST_CASE("the first highlight is the headline, and none is in the body") {
    const Article article =
        article_of("One.\n\nTwo.\n\n@highlight\n\nBaker sells oven\n\n@highlight\n\nMore\n");
    CHECK(article.headline == "Baker sells oven");
    CHECK(article.body == "One.\n\nTwo.");
    CHECK(article_of("One.\n@highlight\n\n@highlight\r\nSecond").headline == "Second");
    CHECK(article_of("@highlight\n\nOnly this").body.empty());
}

TEST_CASE("authors and times at the top are fields") {
    const Article article = article_of(
        "By\n.\nIda Lind\n.\n\nPUBLISHED:\n.\n14:11 EST, 25 October 2013\n.\n|\n.\nUPDATED:\n.\n"
        "15:36 EST, 25 October 2013\n.\nThe oven is old.\n\n@highlight\n\nOven is old\n");
    CHECK(article.byline == "Ida Lind");
    CHECK(iso_date(article.date) == "2013-10-25T14:11:00-05:00");
    CHECK(article.body == "The oven is old.");
}

TEST_CASE("a story with a date that cannot be read is an undated article") {
    const auto events = test::read_text("PUBLISHED:\n.\n5/1/2013\n.\nText.\n\n@highlight\n\nH\n");
    CHECK(events.warnings.size() == 1);
    CHECK(events.articles.size() == 1);
}

TEST_CASE("only a line of its own marks a highlight") {
    CHECK(!recognises_cnn_story("An @highlight in text"));
    CHECK(!recognises_cnn_story("@highlights\n"));
    CHECK(recognises_cnn_story("Text.\n\n@highlight \r\n"));
    CHECK(test::read_text("@highlight\n\n").rejections.size() == 1);
}
