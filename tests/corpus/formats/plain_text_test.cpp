#include "corpus/formats/plain_text.hpp"

#include <string>

#include "corpus/date.hpp"
#include "tests/catch.hpp"
#include "tests/corpus/reading.hpp"

using namespace dateline;

namespace {

Article article_of(const std::string& text) {
    const test::ReadEvents events = test::read_text(text);
    INFO(text);
    REQUIRE(events.format == "plain text");
    REQUIRE(events.articles.size() == 1);
    return events.articles[0];
}

const std::string long_sentence =
    "The committee met in the old town hall for three hours, heard the mayor, two engineers and a "
    "lawyer, and put off its decision once more because the report on the bridge had not come, "
    "which nobody in the room seemed to find odd, although it had been promised for the spring of "
    "the year before and paid for twice.";

}  // namespace

TEST_CASE("headline, date line and paragraphs are told apart") {
    const Article article =
        article_of("A headline\n\n5 January 2020\n\nFirst paragraph.\n\nSecond one.\n");
    CHECK(article.headline == "A headline");
    CHECK(iso_date(article.date) == "2020-01-05");
    CHECK(article.date.raw == "5 January 2020");
    CHECK(article.body == "First paragraph.\n\nSecond one.");
    CHECK(article.origin == Origin{});
    CHECK(article.id.empty());
}

TEST_CASE("empty lines between the parts may be missing, and the byline may come first or last") {
    for (const char* head : {"A headline\n2020-01-05\nBy Mara Ellis\n",
                             "A headline\nBy Mara Ellis\nPublished: Jan. 5, 2020\n\n",
                             "\n\nA headline\n\n\nby Mara Ellis\n\nSunday, 5 January 2020\n\n"}) {
        const Article article = article_of(std::string(head) + "The text begins here.");
        CHECK(article.headline == "A headline");
        CHECK(iso_date(article.date) == "2020-01-05");
        CHECK(article.byline == "Mara Ellis");
        CHECK(article.body == "The text begins here.");
    }
}

TEST_CASE("the date may stand above the headline") {
    for (const char* head : {"5 January 2020\n\nA headline\n\n", "2020-01-05\nA headline\n\n",
                             "Published: Jan. 5, 2020\n\nA headline\nBy Mara Ellis\n\n"}) {
        const Article article = article_of(std::string(head) + "The text begins here.");
        CHECK(article.headline == "A headline");
        CHECK(iso_date(article.date) == "2020-01-05");
        CHECK(article.body == "The text begins here.");
    }
    const Article bare = article_of("5 January 2020\n\n" + long_sentence);
    CHECK(bare.headline.empty());
    CHECK(bare.body == long_sentence);
    CHECK(iso_date(bare.date) == "2020-01-05");
    CHECK(article_of("5 January 2020\n").headline == "5 January 2020");
    CHECK(article_of("1984\n\nThe text.").headline == "1984");
    CHECK(article_of("January 2020\n\nThe text.").headline == "January 2020");
}

TEST_CASE("line ends and a byte order mark do not matter") {
    const Article plain = article_of("A headline\n\n2020-01-05\n\nOne.\n\nTwo.\n");
    CHECK(article_of("\xEF\xBB\xBF"
                     "A headline\r\n\r\n2020-01-05\r\n\r\nOne.\r\n\r\nTwo.\r\n") == plain);
    CHECK(article_of("A headline\r\r2020-01-05\r\rOne.\r\rTwo.") == plain);
}

TEST_CASE("a second line that is no date is body") {
    for (const char* second :
         {"2,500 people marched.", "May the best team win.", "Nothing here.", "1234567890", "300",
          "By then it was over.", "By noon the square was full"}) {
        const Article article = article_of(std::string("A headline\n\n") + second + "\n\nMore.");
        CHECK(article.headline == "A headline");
        CHECK(article.body == std::string(second) + "\n\nMore.");
        CHECK(article.byline.empty());
        CHECK(!article.date.known());
    }
}

TEST_CASE("a headline directly followed by its text is still one") {
    const Article article = article_of("A headline\n" + long_sentence + "\n" + long_sentence);
    CHECK(article.headline == "A headline");
    CHECK(article.body == long_sentence + "\n\n" + long_sentence);
    CHECK(article_of("Only a headline\n").headline == "Only a headline");
    CHECK(article_of("Only a headline\n").body.empty());
}

TEST_CASE("a long statement with a period is the lead and no headline") {
    const std::string lead =
        "The council of the port of Ellery voted on Monday for a new harbour wall, which is to be "
        "built from the stones of the old one.";
    const Article article = article_of(lead + "\n\nWork begins in May.\n");
    CHECK(article.headline.empty());
    CHECK(article.body == lead + "\n\nWork begins in May.");
    CHECK(article_of(lead + "\n\n5 January 2020\n\nWork begins.").headline == lead);
    for (const char* headline :
         {"Who builds the wall of the harbour, and who is to pay for all of it?", "Ellery votes.",
          "Ellery's wall is to be sold by the council to a "
          "firm that sits in the U.S."})
        CHECK(article_of(std::string(headline) + "\n\nText.").headline == headline);
}

TEST_CASE("text that begins at once has no headline") {
    CHECK(article_of(long_sentence).headline.empty());
    CHECK(article_of(long_sentence).body == long_sentence);
    CHECK(article_of(long_sentence + "\n\nMore.").headline.empty());
    const Article wrapped = article_of(
        "The city library will stay open until ten in the evening from March, its\n"
        "director said on Monday. Students had asked for longer hours for years and\n"
        "for warmer rooms.\n\nThe change costs little.\n");
    CHECK(wrapped.headline.empty());
    CHECK(
        wrapped.body.starts_with("The city library will stay open until ten in the evening from "
                                 "March, its director said"));
}

TEST_CASE("a date line that is wrong leaves the article undated, with a warning") {
    for (const char* line :
         {"31 February 2020", "5/1/2020", "1 May 1066", "3 June 2999", "Jan. 5", "5/1/20"}) {
        CAPTURE(line);
        const auto events =
            test::read_text(std::string("A headline\n\n") + line + "\n\nThe text.\n");
        REQUIRE(events.articles.size() == 1);
        CHECK(!events.articles[0].date.known());
        CHECK(events.articles[0].date.raw == line);
        CHECK(events.articles[0].body == "The text.");
        REQUIRE(events.warnings.size() == 1);
        CHECK(events.warnings[0].reason.find(line) != std::string::npos);
    }
}

TEST_CASE("a stated order settles an ambiguous date") {
    ReadOptions options = test::read_options();
    options.dates.order = DateOrder::day_month_year;
    const auto events = test::read_text("A headline\n\n5/1/2020\n\nThe text.\n", options);
    REQUIRE(events.articles.size() == 1);
    CHECK(iso_date(events.articles[0].date) == "2020-01-05");
    CHECK(events.warnings.empty());
}

TEST_CASE("text in other encodings is decoded") {
    CHECK(article_of("A headline\n\nCaf\xE9 owners in Z\xFCrich protest\n").body ==
          "Café owners in Zürich protest");
    CHECK(recognises_plain_text(std::string_view("\xFF\xFEZ\0\xFC\0", 6)));
    CHECK(!recognises_plain_text(std::string_view("\xFF\xFE\1\0\0\0\2\0", 8)));
}

TEST_CASE("lines of blanks and no-break spaces are empty") {
    CHECK(article_of("A headline\n\u00A0\n2020-01-05\n\u00A0 \nOne.\n").headline == "A headline");
}

TEST_CASE("zero bytes and too large files are rejected whole") {
    const auto late_zero = test::read_text(std::string(70'000, 'x') + '\0' + '\0');
    REQUIRE(late_zero.rejections.size() == 1);
    CHECK(late_zero.rejections[0].reason ==
          "binary data: 2 zero bytes, the first at byte 70000 of the file");
    ReadOptions options = test::read_options();
    options.max_record_bytes = 10;
    const auto large = test::read_text("A headline\n\nText.\n", options);
    REQUIRE(large.rejections.size() == 1);
    CHECK(large.rejections[0].reason == "record of more than 10 bytes, the limit");
    CHECK(late_zero.articles.size() + large.articles.size() == 0);
}

TEST_CASE("a zero byte is left out of the text, which is told") {
    std::string text = "A head?line\n\n5 January 2020\n\nThe text goes on? for a while.\n";
    text[6] = '\0';
    const auto events = test::read_text(text);
    REQUIRE(events.articles.size() == 1);
    CHECK(events.articles[0].headline == "A headline");
    REQUIRE(events.warnings.size() == 1);
    CHECK(events.warnings[0].reason == "1 zero byte is left out");
}

TEST_CASE("a file of blanks holds no article") {
    for (const std::string_view blanks :
         {" \r\n\t\n", " \n\n\v\t\n", "\u200B\n\u3000\u2028", "\u0085\v"}) {
        const auto events = test::read_text(std::string(blanks));
        CHECK(events.articles.empty());
        REQUIRE(events.skips.size() == 1);
        CHECK(events.skips[0].reason == "holds nothing but white space");
    }
}

TEST_CASE("a date above nothing that can be seen holds no article") {
    const auto events = test::read_text("5 January 2020\n\n\u200B\n");
    CHECK(events.articles.empty());
    REQUIRE(events.rejections.size() == 1);
    CHECK(events.rejections[0].reason == "has no text but what reads as a date");
}
