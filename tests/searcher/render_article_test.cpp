#include "searcher/render_article.hpp"

#include <nlohmann/json.hpp>

#include "tests/catch.hpp"
#include "tests/searcher/sample_result.hpp"
#include "tests/searcher/shown_text.hpp"

using namespace dateline;
using Json = nlohmann::ordered_json;

namespace {

std::string text_of_article(const Article& article, const TextStyle& style) {
    return render_article_text({article, {}}, style);
}

std::vector<std::string> keys_of(const Json& object) {
    std::vector<std::string> keys;
    for (const auto& item : object.items()) keys.push_back(item.key());
    return keys;
}

StoredPassage stored(std::string text) {
    StoredPassage passage;
    passage.number = 2;
    passage.begin = 40;
    passage.text = std::move(text);
    return passage;
}

Article whole_article() {
    Article article = test::sample_article();
    article.body =
        "The alliance said on Saturday that it had stopped training Iraqi soldiers for the time "
        "being.\n\nA spokesman called it\na precaution.";
    return article;
}

}  // namespace

TEST_CASE("an article at 60 columns") {
    CHECK(text_of_article(whole_article(), {60, false}) ==
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
    CHECK(text_of_article(article, {60, true}) ==
          "\x1b[1mNATO\x1b[0m\n"
          "\x1b[2mDate\x1b[0m      undated\n"
          "\x1b[2mId\x1b[0m        a\n"
          "\n"
          "One.\n");
}

TEST_CASE("one passage of an article") {
    const std::string text = render_article_text(
        {whole_article(), stored("A spokesman called it a precaution.")}, {80, false});
    CHECK(
        text.ends_with("\nPassage   northern-wire/2020/0105.txt#2\n\nA spokesman called it a "
                       "precaution.\n"));
}

TEST_CASE("what a query matches is marked, over paragraphs too") {
    Article article;
    article.id = "a";
    article.headline = "NATO talks";
    article.body = "One two.\n\nThree four.";
    const ShownArticle shown{article, {}, {{0, 4}}, {{4, 15}}};
    CHECK(render_article_text(shown, {60, true}) ==
          "\x1b[1;31mNATO\x1b[0m\x1b[1m talks\x1b[0m\n"
          "\x1b[2mDate\x1b[0m      undated\n"
          "\x1b[2mId\x1b[0m        a\n"
          "\n"
          "One \x1b[1;31mtwo.\x1b[0m\n"
          "\n"
          "\x1b[1;31mThree\x1b[0m four.\n");
    CHECK(render_article_markdown(shown) ==
          "## **NATO** talks\n\nundated · `a`\n\nOne **two.**\n\n**Three** four.\n");
    const Json object = Json::parse(render_article_jsonl(shown));
    CHECK(object["headline_matches"] == Json::parse("[[0,4]]"));
    CHECK(object["matches"] == Json::parse("[[4,15]]"));
}

TEST_CASE("headline and URL are links where the terminal takes them") {
    const std::string text = render_article_text({whole_article(), {}}, {80, true, true});
    const std::string open = "\x1b]8;id=a;https://wire.example/0105\x1b\\";
    CHECK(text.starts_with(open + "\x1b[1mAlliance"));
    CHECK(text.find("URL\x1b[0m       " + open + "https://wire.example/0105\x1b]8;;\x1b\\\n") !=
          std::string::npos);
}

TEST_CASE("an article as Markdown") {
    CHECK(render_article_markdown({whole_article(), {}}) ==
          "## [Alliance pauses its training mission in Iraq after the "
          "strike](https://wire.example/0105)\n\n"
          "5 January 2020 · Jane Doe · Northern Wire · Baghdad · `northern-wire/2020/0105.txt`\n\n"
          "The alliance said on Saturday that it had stopped training Iraqi soldiers for the time "
          "being.\n\nA spokesman called it a precaution.\n");
}

TEST_CASE("a passage as Markdown is a quotation") {
    const std::string text = render_article_markdown({whole_article(), stored("One.\n\nTwo.")});
    CHECK(text.ends_with(" · `northern-wire/2020/0105.txt#2`\n\n> One.\n>\n> Two.\n"));
}

TEST_CASE("control characters reach no terminal, and come back in JSON") {
    test::RandomProse prose(6);
    for (int i = 0; i < 500; ++i) {
        Article article;
        article.headline = prose.text(5);
        article.body = prose.text(30);
        const std::string line = render_article_jsonl({article, {}});
        REQUIRE(printable(line.substr(0, line.size() - 1)) + "\n" == line);
        REQUIRE(Json::parse(line)["body"] == article.body);
        REQUIRE(Json::parse(line)["headline"] == article.headline);
    }
    Article article;
    article.headline = "a\x7F\u009B\u202E\u2028";
    CHECK(render_article_jsonl({article, {}}).find(R"("a\u007f\u009b\u202e\u2028")") !=
          std::string::npos);
}

TEST_CASE("articles and passages name their fields as answers do") {
    Article article = test::sample_article();
    article.body = "One.";
    article.origin.line = 7;
    const Json whole = Json::parse(render_article_jsonl({article, {}}));
    CHECK(keys_of(whole) ==
          std::vector<std::string>{"id", "date", "date_precision", "headline", "headline_matches",
                                   "source", "section", "byline", "place", "language", "url",
                                   "path", "root", "member", "offset", "line", "body", "matches"});
    CHECK(whole["line"] == 7);
    const Json part = Json::parse(render_article_jsonl({article, stored("Text.")}));
    CHECK(keys_of(part) ==
          std::vector<std::string>{
              "id",      "article", "number", "start",          "end",      "text",
              "matches", "digest",  "date",   "date_precision", "headline", "headline_matches",
              "source",  "section", "byline", "place",          "language", "url",
              "path",    "root",    "member", "offset",         "line"});
    CHECK(part["id"] == article.id + "#2");
    CHECK(part["article"] == article.id);
    CHECK(part["start"] == 40);
    CHECK(part["end"] == 45);
    CHECK(part["source"] == "Northern Wire");
}

TEST_CASE("a date is shown with its time, and an unreadable one as it was printed") {
    Article article = whole_article();
    article.date.raw = "5/1/2020";
    article.date.precision = DatePrecision::none;
    CHECK(text_of_article(article, {80, false}).find("Date      undated (5/1/2020)\n") !=
          std::string::npos);
    article.date.precision = DatePrecision::time;
    article.date.instant += 36000;
    CHECK(text_of_article(article, {80, false})
              .find("Date      5 January 2020 (2020-01-05T10:00:00Z)\n") != std::string::npos);
}

TEST_CASE("the way back to the source names container, file and line") {
    Article article = whole_article();
    article.origin = {"/archive", "dump.tar", "2003/a.jsonl", 812, 12, 12};
    CHECK(text_of_article(article, {80, false})
              .find("From      /archive/dump.tar/2003/a.jsonl:12\n") != std::string::npos);
}

TEST_CASE("a root that is a file is named once") {
    Article article = whole_article();
    article.origin = {"/archive/news.jsonl", "news.jsonl", "", 812, 12, 12};
    CHECK(text_of_article(article, {80, false}).find("From      /archive/news.jsonl:12\n") !=
          std::string::npos);
}

TEST_CASE("articles fit the terminal, whatever they hold") {
    test::RandomProse prose(12);
    for (int i = 0; i < 300; ++i) {
        Article article;
        article.headline = prose.text(8);
        article.id = prose.text(4);
        article.body = prose.text(200);
        const std::size_t width = 20 + prose.below(80);
        for (const std::string& line : test::lines_of(text_of_article(article, {width, true}))) {
            const std::string plain = test::without_color(line);
            INFO(plain);
            REQUIRE(plain == printable(plain));
            REQUIRE(display_width(plain) <= width);
        }
    }
}
