#include "searcher/render.hpp"
#include "tests/catch.hpp"
#include "tests/searcher/sample_result.hpp"
#include "tests/searcher/shown_text.hpp"

using namespace dateline;

namespace {

Article whole_article() {
    Article article = test::sample_article();
    article.body =
        "The alliance said on Saturday that it had stopped training Iraqi soldiers for the time "
        "being.\n\nA spokesman called it\na precaution.";
    return article;
}

}  // namespace

TEST_CASE("an article at 60 columns") {
    CHECK(render_article_text(whole_article(), {60, false}) ==
          R"(Alliance pauses its training mission in Iraq after the
strike
Date      5 January 2020
Source    Northern Wire
By        Jane Doe
Place     Baghdad
Language  en
URL       https://wire.example/0105
Id        northern-wire/2020/0105.txt
From      /archive/northern-wire/2020/0105.txt

The alliance said on Saturday that it had stopped training
Iraqi soldiers for the time being.

A spokesman called it a precaution.
)");
}

TEST_CASE("an article in colour") {
    Article article;
    article.id = "a";
    article.headline = "NATO";
    article.body = "One.";
    CHECK(render_article_text(article, {60, true}) ==
          "\x1b[1mNATO\x1b[0m\n"
          "\x1b[2mDate\x1b[0m      undated\n"
          "\x1b[2mId\x1b[0m        a\n"
          "\n"
          "One.\n");
}

TEST_CASE("one passage of an article") {
    StoredPassage passage;
    passage.number = 2;
    passage.text = "A spokesman called it a precaution.";
    const std::string text = render_passage_text(whole_article(), passage, {80, false});
    CHECK(
        text.ends_with("\nPassage   northern-wire/2020/0105.txt#2\n\nA spokesman called it a "
                       "precaution.\n"));
}

TEST_CASE("a date is shown with its time, and an unreadable one as it was printed") {
    Article article = whole_article();
    article.date.raw = "5/1/2020";
    article.date.precision = DatePrecision::none;
    CHECK(render_article_text(article, {80, false}).find("Date      undated (5/1/2020)\n") !=
          std::string::npos);
    article.date.precision = DatePrecision::time;
    article.date.instant += 36000;
    CHECK(render_article_text(article, {80, false})
              .find("Date      5 January 2020 (2020-01-05T10:00:00Z)\n") != std::string::npos);
}

TEST_CASE("the way back to the source names container, file and line") {
    Article article = whole_article();
    article.origin = {"/archive", "dump.tar", "2003/a.jsonl", 812, 12, 12};
    CHECK(render_article_text(article, {80, false})
              .find("From      /archive/dump.tar/2003/a.jsonl:12\n") != std::string::npos);
}

TEST_CASE("articles fit the terminal, whatever they hold") {
    test::RandomProse prose(12);
    for (int i = 0; i < 300; ++i) {
        Article article;
        article.headline = prose.text(8);
        article.id = prose.text(4);
        article.body = prose.text(200);
        const std::size_t width = 20 + prose.below(80);
        for (const std::string& line :
             test::lines_of(render_article_text(article, {width, true}))) {
            const std::string plain = test::without_color(line);
            INFO(plain);
            REQUIRE(plain == printable(plain));
            REQUIRE(display_width(plain) <= width);
        }
    }
}
