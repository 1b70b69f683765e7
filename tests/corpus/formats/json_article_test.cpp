#include "corpus/formats/json_article.hpp"

#include <string>
#include <vector>

#include "corpus/date.hpp"
#include "tests/catch.hpp"
#include "tests/corpus/formats/json_document.hpp"
#include "tests/corpus/reading.hpp"

using namespace dateline;

namespace {

std::vector<JsonReading> readings_of(const std::string& json,
                                     const ReadOptions& options = test::read_options()) {
    dom::parser parser;
    std::vector<JsonReading> readings;
    read_json_articles(parser.parse(json), json, options,
                       [&](JsonReading&& reading) { readings.push_back(std::move(reading)); });
    return readings;
}

JsonReading reading_of(const std::string& json, const ReadOptions& options = test::read_options()) {
    std::vector<JsonReading> readings = readings_of(json, options);
    INFO(json);
    REQUIRE(readings.size() == 1);
    return std::move(readings.front());
}

Article article_of(const std::string& json, const ReadOptions& options = test::read_options()) {
    const JsonReading reading = reading_of(json, options);
    INFO(json << ": " << reading.problem);
    REQUIRE(reading.article);
    return *reading.article;
}

ReadOptions options_with_map(std::string_view map) {
    ReadOptions options = test::read_options();
    options.map = read_field_map(map, "map.json");
    return options;
}

}  // namespace

TEST_CASE("every field is read under its usual names") {
    const Article article = article_of(
        R"({"_id": {"$oid": "5f3"}, "webUrl": "https://a.example/1", "webTitle": "A headline",
            "datePublished": "2020-01-05T10:00:00+02:00", "articleBody": "One.\n\nTwo.",
            "author": [{"@type": "Person", "name": "Mara Ellis"}, "Tom Okoro"],
            "publisher": {"name": "Harbour Post"}, "articleSection": ["World", "Iraq"],
            "inLanguage": "en-GB", "location": {"name": "Baghdad"}, "views": 3})");
    CHECK(article.id == "5f3");
    CHECK(article.url == "https://a.example/1");
    CHECK(article.headline == "A headline");
    CHECK(iso_date(article.date) == "2020-01-05T10:00:00+02:00");
    CHECK(article.body == "One.\n\nTwo.");
    CHECK(article.byline == "Mara Ellis, Tom Okoro");
    CHECK(article.source == "Harbour Post");
    CHECK(article.section == "World; Iraq");
    CHECK(article.language == "en");
    CHECK(article.place == "Baghdad");
}

TEST_CASE("an answer of the Guardian's service is read, one article or many") {
    const std::string result =
        R"({"id": "world/2020/jan/05/a", "type": "article", "sectionName": "World news",
            "webPublicationDate": "2020-01-05T10:00:00Z", "webTitle": "A title | Mara Ellis",
            "webUrl": "https://a.example/world/a", "apiUrl": "https://api.example/world/a",
            "fields": {"headline": "A title", "byline": "Mara Ellis", "trailText": "Short.",
                       "body": "<p>One.</p> <p>Two &amp; three.</p>",
                       "bodyText": "One. Two & three."}})";
    for (const std::string& json :
         {R"({"response": {"status": "ok", "total": 1, "results": [)" + result + "]}}",
          R"({"response": {"status": "ok", "content": )" + result + "}}", result}) {
        const Article article = article_of(json);
        CHECK(article.id == "world/2020/jan/05/a");
        CHECK(article.url == "https://a.example/world/a");
        CHECK(article.headline == "A title");
        CHECK(article.body == "One.\n\nTwo & three.");
        CHECK(article.byline == "Mara Ellis");
        CHECK(article.section == "World news");
        CHECK(iso_date(article.date) == "2020-01-05T10:00:00Z");
    }
}

TEST_CASE("an answer of the New York Times' service is read") {
    const std::vector<JsonReading> readings = readings_of(
        R"({"status": "OK", "copyright": "c", "response": {
    "docs": [
            {"_id": "nyt://article/1", "web_url": "https://a.example/1", "snippet": "Snip.",
             "lead_paragraph": "A lead.", "abstract": "An abstract.", "source": "The Times",
             "headline": {"main": "A headline", "kicker": null, "print_headline": "Print"},
             "pub_date": "2020-01-05T10:00:19+0000", "section_name": "World",
             "byline": {"original": "By Mara Ellis and Tom Okoro", "person": [], "organization": null},
             "keywords": [{"name": "glocations", "value": "Iraq", "rank": 1}]},
            {"_id": "nyt://article/2", "headline": {"main": "B"}, "abstract": "An abstract.",
             "lead_paragraph": "", "byline": {"original": null, "person":
                [{"firstname": "Ida", "middlename": null, "lastname": "Lind"}]}}],
            "meta": {
        "hits" : 2
    }}})");
    REQUIRE(readings.size() == 2);
    REQUIRE(readings[0].article);
    const Article& article = *readings[0].article;
    CHECK(article.id == "nyt://article/1");
    CHECK(article.url == "https://a.example/1");
    CHECK(article.headline == "A headline");
    CHECK(article.body == "A lead.");
    CHECK(article.byline == "Mara Ellis and Tom Okoro");
    CHECK(article.source == "The Times");
    CHECK(article.section == "World");
    CHECK(iso_date(article.date) == "2020-01-05T10:00:19Z");
    REQUIRE(readings[1].article);
    CHECK(readings[1].article->body == "An abstract.");
    CHECK(readings[1].article->byline == "Ida Lind");
}

TEST_CASE("a record of news-please is read") {
    const Article article = article_of(
        R"({"authors": ["Mara Ellis", "Tom Okoro"], "date_download": "2021-01-01 00:00:00",
            "date_modify": null, "date_publish": "2020-01-05 10:00:00", "description": "Sum.",
            "filename": "x.json", "language": "en", "localpath": null, "maintext": "One.\nTwo.",
            "source_domain": "a.example", "title": null, "title_page": "A title",
            "title_rss": null, "url": "https://a.example/1"})");
    CHECK(article.id.empty());
    CHECK(article.headline == "A title");
    CHECK(article.body == "One.\n\nTwo.");
    CHECK(article.byline == "Mara Ellis, Tom Okoro");
    CHECK(article.source == "a.example");
    CHECK(iso_date(article.date) == "2020-01-05T10:00:00Z");
}

TEST_CASE("posts of WordPress and of Arc are read") {
    const Article post = article_of(
        R"({"id": 7, "date_gmt": "2020-01-05T10:00:00", "link": "https://a.example/7", "author": 3,
            "categories": [4], "title": {"rendered": "Rock &#8217;n&#8217; roll"},
            "content": {"rendered": "<p>One.</p>", "protected": false},
            "excerpt": {"rendered": "<p>Sum.</p>"}, "slug": "rock"})");
    CHECK(post.id == "7");
    CHECK(post.headline == "Rock ’n’ roll");
    CHECK(post.body == "One.");
    CHECK(post.byline.empty());
    CHECK(post.section.empty());
    const Article story = article_of(
        R"({"_id": "ABC", "type": "story", "version": "0.10", "canonical_url": "/world/a/",
            "headlines": {"basic": "A headline"}, "credits": {"by": [{"name": "Mara Ellis"}]},
            "display_date": "2020-01-05T10:00:00Z", "taxonomy": {"primary_section": {"name": "World"}},
            "content_elements": [{"type": "text", "content": "One <b>bold</b>."},
                                 {"type": "image", "caption": "No."},
                                 {"type": "text", "content": "Two."}]})");
    CHECK(story.id == "ABC");
    CHECK(story.headline == "A headline");
    CHECK(story.body == "One bold.\n\nTwo.");
    CHECK(story.byline == "Mara Ellis");
    CHECK(story.section == "World");
}

TEST_CASE("a JSON feed gives its items, with its own name as their source") {
    const std::vector<JsonReading> readings = readings_of(
        R"({"version": "https://jsonfeed.org/version/1.1", "title": "Harbour Post",
            "home_page_url": "https://a.example/", "description": "News.", "language": "en-GB",
            "items": [{"id": "1", "url": "https://a.example/1", "title": "A",
                       "content_html": "<p>One.</p>", "date_published": "2020-01-05T10:00:00Z",
                       "authors": [{"name": "Mara Ellis"}]},
                      {"id": "2", "content_text": "Two."}, 3]})");
    REQUIRE(readings.size() == 3);
    CHECK(readings[0].article->source == "Harbour Post");
    CHECK(readings[0].article->language == "en");
    CHECK(readings[0].article->body == "One.");
    CHECK(readings[0].article->byline == "Mara Ellis");
    CHECK(readings[1].article->body == "Two.");
    CHECK(readings[2].problem == "a number where an object was expected");
    CHECK(readings[0].offset < readings[1].offset);
}

TEST_CASE("a record inside of another object is read with what stands around it") {
    const Article hit = article_of(
        R"({"_index": "news", "_id": "7", "_source": {"title": "T", "body": "B.", "url": "u"}})");
    CHECK(hit.id == "7");
    CHECK(hit.body == "B.");
    CHECK(article_of(R"({"meta": {"n": 1}, "data": {"article": {"headline": "H", "text": "B."}}})")
              .headline == "H");
    CHECK(article_of(R"({"id": "1", "attributes": {"title": "T", "body": "B."}})").id == "1");
}

TEST_CASE("articles by key have their keys as ids, where they have none") {
    const std::vector<JsonReading> readings =
        readings_of(R"({"k1": {"body": "One."}, "k2": {"id": "own", "body": "Two."}})");
    REQUIRE(readings.size() == 2);
    CHECK(readings[0].article->id == "k1");
    CHECK(readings[1].article->id == "own");
}

TEST_CASE("a source that is an address becomes the article's, and its host the source") {
    const Article article =
        article_of(R"({"title": "T", "source": "https://www.a.example/world/1?x"})");
    CHECK(article.url == "https://www.a.example/world/1?x");
    CHECK(article.source == "a.example");
}

TEST_CASE("flat records of search services are read") {
    const Article article = article_of(
        R"({"url": "https://a.example/1", "url_mobile": "", "title": "T", "language": "German",
            "seendate": "20200105T101500Z", "domain": "a.example", "sourcecountry": "Germany"})");
    CHECK(iso_date(article.date) == "2020-01-05T10:15:00Z");
    CHECK(article.source == "a.example");
    CHECK(article.language == "de");
}

TEST_CASE("a map says where fields stand, and the rest is read as always") {
    const std::string json =
        R"({"title": "Wrong", "meta": {"head": "H", "when": "2020-01-05"}, "date": "2019",
            "parts": [{"p": "<p>One.</p>"}, {"p": "Two."}], "by": "Mara Ellis"})";
    const ReadOptions options = options_with_map(
        R"({"headline": ["meta.missing", "meta.head"], "body": "parts.*.p", "date": "meta.when",
            "section": "nowhere"})");
    const Article article = article_of(json, options);
    CHECK(article.headline == "H");
    CHECK(article.body == "One.\n\nTwo.");
    CHECK(iso_date(article.date) == "2020-01-05");
    CHECK(article.byline == "Mara Ellis");
    CHECK(options.map.warnings().size() == 2);
}

TEST_CASE("a map is stronger than envelopes and schemas") {
    const std::string envelope = R"({"lede": "The body.", "items": [{"title": "T"}]})";
    CHECK(readings_of(envelope).size() == 1);
    CHECK(article_of(envelope).headline == "T");
    CHECK(article_of(envelope, options_with_map(R"({"body": "lede"})")).body == "The body.");
    CHECK(article_of(R"({"@type": "Person", "name": "Ida"})",
                     options_with_map(R"({"headline": "name"})"))
              .headline == "Ida");
}

TEST_CASE("escapes are undone and control characters cleaned") {
    const Article article = article_of(
        R"({"title": "A\u0000B\tC \u201cD\u201d", "body": "\ud83d\ude00\r\n\r\nx\u0007y"})");
    CHECK(article.headline == "A B C “D”");
    CHECK(article.body == "😀\n\nxy");
}

TEST_CASE("a date that cannot be read leaves the article undated, with a warning") {
    const JsonReading reading = reading_of(R"({"title": "T", "date": "5/1/2020"})");
    REQUIRE(reading.article);
    CHECK(!reading.article->date.known());
    CHECK(reading.article->date.raw == "5/1/2020");
    REQUIRE(reading.warnings.size() == 1);
    CHECK(reading.warnings[0].find("\"5/1/2020\" is ambiguous") != std::string::npos);
    CHECK(reading.warnings[0].find("--date-order dmy or mdy") != std::string::npos);
    CHECK(reading_of(R"({"title": "T", "date": ""})").warnings.empty());
    CHECK(reading_of(R"({"title": "T", "date": null})").warnings.empty());
}

TEST_CASE("a record without text is rejected with its keys") {
    CHECK(reading_of(R"({"id": 1, "views": 2, "b\u0001": 3, "c": 4})").problem ==
          "has neither headline nor body (keys: id, views, b, c)");
    CHECK(reading_of(R"({"a":1,"b":1,"c":1,"d":1,"e":1,"f":1,"g":1,"h":1,"i":1,"j":1,"k":1,"l":1,
                         "m":1})")
              .problem.ends_with("k, l, ...)"));
    CHECK(reading_of(R"({"title": "<b></b>", "body": "<p> </p>"})").problem.starts_with("has nei"));
    CHECK(reading_of("[1]").problem == "an array where an object was expected");
    CHECK(reading_of("12").problem == "a number where an object was expected");
    CHECK(reading_of("null").problem == "null where an object was expected");
}

TEST_CASE("what is no article by nature is a skip") {
    const JsonReading empty = reading_of(R"({"status": "ok", "articles": []})");
    CHECK(empty.is_skip);
    CHECK(empty.problem == "an envelope without records");
    CHECK(reading_of(R"({"@type": "Person", "name": "Ida"})").is_skip);
    CHECK(reading_of(R"({"@graph": [{"@type": "WebSite"}]})").is_skip);
    CHECK(reading_of(R"({"title": "[Removed]", "content": "[Removed]"})").is_skip);
    CHECK(reading_of(R"({"index": {"_index": "news", "_id": "7"}})").problem ==
          "an action of Elasticsearch's bulk format");
    CHECK(!reading_of(R"({"index": {"_id": "7", "name": "x"}})").is_skip);
    CHECK(reading_of(R"({"uri": "urn:a", "type": "event", "versioncreated": "2020"})").is_skip);
}

TEST_CASE("the blocks of the Guardian's service are a body") {
    const Article article = article_of(
        R"({"response": {"content": {"id": "a/1", "webTitle": "Blocks", "blocks": {
            "main": {"bodyHtml": "<figure>A picture.</figure>"},
            "body": [{"id": "1", "bodyHtml": "<p>One.</p>"}, {"id": "2", "bodyHtml": "<p>Two.</p>"}]}}}})");
    CHECK(article.headline == "Blocks");
    CHECK(article.body == "One.\n\nTwo.");
}

TEST_CASE("text that a service holds back is told") {
    const JsonReading reading = reading_of(
        R"({"title": "T", "content": "The bridge opened at noon, and the… [+1234 chars]"})");
    REQUIRE(reading.article);
    CHECK(reading.article->body == "The bridge opened at noon, and the…");
    REQUIRE(reading.warnings.size() == 1);
    CHECK(reading.warnings[0] == "the text is cut short where it says \"[+1234 chars]\"");
    CHECK(article_of(R"({"title": "T", "content": "[+ chars]"})").body == "[+ chars]");
}

TEST_CASE("names of keys in other languages") {
    const Article article = article_of(
        R"({"titel": "Die Brücke", "datum": "2020-01-05", "inhalt": "Text.", "autor": "Ida Lind",
            "quelle": "Der Bote", "ressort": "Stadt", "sprache": "de", "ort": "Basel"})");
    CHECK(article.headline == "Die Brücke");
    CHECK(iso_date(article.date) == "2020-01-05");
    CHECK(article.body == "Text.");
    CHECK(article.byline == "Ida Lind");
    CHECK(article.source == "Der Bote");
    CHECK(article.section == "Stadt");
    CHECK(article.language == "de");
    CHECK(article.place == "Basel");
}

TEST_CASE("lists of several sections are all read, and what stands beside them") {
    const std::string one = R"({"title": "A", "body": "One."})";
    const std::string two = R"({"title": "B", "body": "Two."})";
    const auto readings = readings_of("{\"lead\": " + one + ", \"news\": [" + two + "," + one +
                                      "], \"opinion\": [" + two + R"(], "authors": [{"name": "C"}],
                                      "topics": [{"title": "D"}]})");
    REQUIRE(readings.size() == 4);
    std::string headlines;
    std::size_t offset = 0;
    for (const JsonReading& reading : readings) {
        REQUIRE(reading.article);
        headlines += reading.article->headline;
        REQUIRE(reading.offset);
        CHECK((*reading.offset > offset));
        offset = *reading.offset;
    }
    CHECK(headlines == "ABAB");
}

TEST_CASE("a map finds the records of an envelope whose keys are not known") {
    const ReadOptions options = options_with_map(R"({"headline": "meta.kop", "body": "stukken"})");
    const auto readings = readings_of(
        R"({"response": {"docs": [{"meta": {"kop": "A"}, "stukken": ["One."]},
                                  {"meta": {"kop": "B"}, "stukken": ["Two."]}]}})",
        options);
    REQUIRE(readings.size() == 2);
    REQUIRE(readings[1].article);
    CHECK(readings[1].article->headline == "B");
    CHECK(readings[1].article->body == "Two.");
}
