#include <nlohmann/json.hpp>

#include "searcher/render.hpp"
#include "tests/catch.hpp"
#include "tests/searcher/sample_result.hpp"
#include "tests/searcher/shown_text.hpp"

using namespace dateline;
using Json = nlohmann::ordered_json;

namespace {

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

}  // namespace

TEST_CASE("an answer has every documented key, in order, also where nothing is known") {
    SearchResult result = test::sample_result();
    result.hits.push_back({});
    const auto lines = test::lines_of(render_jsonl(result));
    REQUIRE(lines.size() == 4);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Json object = Json::parse(lines[i]);
        CHECK(keys_of(object) ==
              std::vector<std::string>{
                  "rank",           "id",       "article",          "score",  "date",
                  "date_precision", "headline", "headline_matches", "source", "section",
                  "byline",         "place",    "language",         "url",    "path",
                  "root",           "member",   "offset",           "copies", "more_passages",
                  "passages"});
        CHECK(object["rank"] == i + 1);
    }
    const Json empty = Json::parse(lines[3]);
    CHECK(empty["date"].is_null());
    CHECK(empty["date_precision"] == "none");
    CHECK(empty["headline"].is_null());
    CHECK(empty["passages"] == Json::array());
}

TEST_CASE("an answer's values are those of the hit") {
    const Json object = Json::parse(test::lines_of(render_jsonl(test::sample_result()))[0]);
    CHECK(object["id"] == "northern-wire/2020/0105.txt");
    CHECK(object["score"] == 3.123457);
    CHECK(object["date"] == "2020-01-05");
    CHECK(object["headline_matches"] == Json::parse("[[20,28],[40,44]]"));
    CHECK(object["section"].is_null());
    CHECK(object["offset"] == 0);
    const Json passage = object["passages"][0];
    CHECK(keys_of(passage) == std::vector<std::string>{"id", "number", "start", "end", "text",
                                                       "matches", "score", "digest"});
    CHECK(passage["id"] == "northern-wire/2020/0105.txt#2");
    CHECK(passage["start"] == 100);
    CHECK(passage["matches"] == Json::parse("[[22,30],[31,36]]"));
}

TEST_CASE("copies are all further articles and ids, in order") {
    SearchResult result = test::sample_result();
    result.hits[0].copies = {"a", "d"};
    result.hits[0].further_ids = {"b", "c", "e"};
    const auto lines = test::lines_of(render_jsonl(result));
    CHECK(Json::parse(lines[0])["copies"] == Json::parse(R"(["a","b","c","d","e"])"));
    CHECK(Json::parse(lines[1])["copies"] == Json::array());
}

TEST_CASE("a digest is the first 32 bits of XXH3-64") {
    const auto digest_of = [](std::string text) {
        return Json::parse(render_passage_jsonl({}, stored(std::move(text))))["digest"];
    };
    CHECK(digest_of("") == "2d068005");
    CHECK(digest_of("a") == "e6c632b6");
}

TEST_CASE("control characters reach no terminal, and come back in JSON") {
    test::RandomProse prose(6);
    for (int i = 0; i < 500; ++i) {
        Article article;
        article.headline = prose.text(5);
        article.body = prose.text(30);
        const std::string line = render_article_jsonl(article);
        REQUIRE(printable(line.substr(0, line.size() - 1)) + "\n" == line);
        REQUIRE(Json::parse(line)["body"] == article.body);
        REQUIRE(Json::parse(line)["headline"] == article.headline);
    }
    Article article;
    article.headline = "a\x7F\u009B\u202E\u2028";
    CHECK(render_article_jsonl(article).find(R"("a\u007f\u009b\u202e\u2028")") !=
          std::string::npos);
}

TEST_CASE("articles and passages name their fields as answers do") {
    Article article = test::sample_article();
    article.body = "One.";
    article.origin.line = 7;
    const Json whole = Json::parse(render_article_jsonl(article));
    CHECK(keys_of(whole) == std::vector<std::string>{"id", "date", "date_precision", "headline",
                                                     "source", "section", "byline", "place",
                                                     "language", "url", "path", "root", "member",
                                                     "offset", "line", "body"});
    CHECK(whole["line"] == 7);
    const Json part = Json::parse(render_passage_jsonl(article, stored("Text.")));
    CHECK(part["id"] == article.id + "#2");
    CHECK(part["article"] == article.id);
    CHECK(part["start"] == 40);
    CHECK(part["end"] == 45);
    CHECK(part["source"] == "Northern Wire");
}
