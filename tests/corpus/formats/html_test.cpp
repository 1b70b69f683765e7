#include "corpus/formats/html.hpp"

#include <random>
#include <string>

#include "corpus/clean_text.hpp"
#include "tests/catch.hpp"
#include "tests/corpus/reading.hpp"

using namespace dateline;

TEST_CASE("a page is told from its first tag") {
    for (const char* head :
         {"<!DOCTYPE html>", "<!doctype HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\">", "<html>",
          "\n <HTML lang=en>", "\xEF\xBB\xBF<!-- saved --><html>",
          "<?xml version=\"1.0\"?><!DOCTYPE html><html>", "<head><title>x</title></head>",
          "<div><p>x</p></div>"}) {
        INFO(head);
        CHECK(recognises_html(head));
    }
    for (const char* head :
         {"", "<", "text", "<DOC><DOCNO>1</DOCNO><p>x</p>", "<?xml version=\"1.0\"?><rss><channel>",
          "<nitf><head></head>", "<feed>", "{\"a\": \"<html>\"}", "WARC/1.0\r\n", "From a@b <html>",
          "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">", "<title>x</title>", "<!-- only a comment",
          "</p><html>"}) {
        INFO(head);
        CHECK_FALSE(recognises_html(head));
    }
}

TEST_CASE("a page is one article, with the file's place") {
    const test::ReadEvents events = test::read_text(
        "<!doctype html><title>Bridge closed</title><p>The bridge is closed, said the mayor, and "
        "it will "
        "be so for a long time, since the repairs have not even begun.<p>Ferries cross the harbour "
        "all day, "
        "and soon all night, as long as the bridge is closed; they are free of charge for all, and "
        "they "
        "leave every ten minutes from the old pier, said the mayor.");
    CHECK(events.format == "html");
    REQUIRE(events.articles.size() == 1);
    CHECK(events.articles[0].origin == Origin{});
    CHECK(events.articles[0].headline == "Bridge closed");
}

TEST_CASE("two paragraphs without a page around them are an article") {
    const test::ReadEvents events = test::read_text(
        "<p>The city closed the bridge over the harbour on Tuesday, saying that it is too old to "
        "carry trams.</p>\n<p>Ferries cross the harbour until the repairs are over, said the "
        "mayor.</p>\n");
    CHECK(events.format == "html");
    REQUIRE(events.articles.size() == 1);
    CHECK(events.articles[0].body.starts_with("The city closed"));
    CHECK(events.articles[0].body.ends_with("said the mayor."));
}

TEST_CASE("a page over the limit is rejected") {
    ReadOptions options = test::read_options();
    options.max_record_bytes = 100;
    const auto events = test::read_text("<html>" + std::string(200, 'x'), options);
    REQUIRE(events.rejections.size() == 1);
    CHECK(events.rejections[0].reason == "record of more than 100 bytes, the limit");
}

TEST_CASE("a page cut or changed anywhere is one event, with valid text") {
    const std::string page =
        "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>A bridge | "
        "Herald</title><script "
        "type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"A "
        "bridge\",\"datePublished\":"
        "\"2020-01-05\"}</script></head><body><nav><a href='/'>Home</a></nav><article><h1>A "
        "bridge</h1><p>The "
        "bridge &eacute;t&#233; is closed, and will be for years; so say the engineers of the "
        "city.</p>"
        "<table><tr><td>a<td>b</table><p>Another <b>paragraph</b>, as long as the first, and as "
        "dull.</p>";
    std::mt19937 random(1);
    for (int round = 0; round < 2000; ++round) {
        std::string broken = page.substr(0, 10 + random() % (page.size() - 10));
        for (auto change = random() % 6; change > 0; --change)
            broken[9 + random() % (broken.size() - 9)] = "<>\"'&/=-! \xFF\0a"[random() % 13];
        const auto events = test::read_text(broken);
        REQUIRE(events.articles.size() + events.skips.size() + events.rejections.size() == 1);
        for (const Article& article : events.articles) {
            CHECK_FALSE(first_invalid_utf8(article.headline + article.body + article.byline));
            CHECK(clean_body(article.body) == article.body);
        }
    }
}
