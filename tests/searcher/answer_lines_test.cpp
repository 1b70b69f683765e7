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

TEST_CASE("scores that were not needed are null") {
    SearchResult result = test::sample_result();
    result.sort = {SortKey::newest};
    CHECK(Json::parse(test::lines_of(render_jsonl(result))[0])["score"].is_null());
    result.sort = {SortKey::newest, SortKey::score};
    CHECK(Json::parse(test::lines_of(render_jsonl(result))[0])["score"] == 3.123457);
}

TEST_CASE("ranks go on behind an offset") {
    SearchResult result = test::sample_result();
    result.offset = 20;
    CHECK(Json::parse(test::lines_of(render_jsonl(result))[1])["rank"] == 22);
    CHECK(render_trec(result) ==
          "0 Q0 northern-wire/2020/0105.txt 21 3.12345672 dateline\n"
          "0 Q0 hs/17 22 0 dateline\n"
          "0 Q0 s/9 23 -1.40129846e-45 dateline\n");
}

TEST_CASE("without a ranking TREC's scores fall with the rank") {
    SearchResult result = test::sample_result();
    result.sort = {SortKey::oldest};
    CHECK(render_trec(result) ==
          "0 Q0 northern-wire/2020/0105.txt 1 1 dateline\n"
          "0 Q0 hs/17 2 0.5 dateline\n"
          "0 Q0 s/9 3 0.333333343 dateline\n");
}

TEST_CASE("ids are a line each, or end in NUL") {
    SearchResult result = test::sample_result();
    CHECK(render_ids(result, '\n') == "northern-wire/2020/0105.txt\nhs/17\ns/9\n");
    CHECK(render_ids(result, '\0') == std::string("northern-wire/2020/0105.txt\0hs/17\0s/9\0", 38));
    result.unit = AnswerUnit::passage;
    result.hits.resize(2);
    CHECK(render_ids(result, '\n') == "northern-wire/2020/0105.txt#2\nhs/17#1\n");
}

TEST_CASE("rows have the keys with one value, and the best passage") {
    SearchResult result;
    result.hits = {test::sample_hit()};
    CHECK(render_csv(result) ==
          "rank,id,article,score,date,date_precision,headline,source,section,byline,place,language,"
          "url,path,root,member,offset,more_passages,passage_id,passage_text\r\n"
          "1,northern-wire/2020/0105.txt,northern-wire/2020/0105.txt,3.123457,2020-01-05,day,"
          "Alliance pauses its training mission in Iraq after the strike,Northern Wire,,Jane Doe,"
          "Baghdad,en,https://wire.example/0105,northern-wire/2020/0105.txt,/archive,,0,3,"
          "northern-wire/2020/0105.txt#2,\"The officers who were training Iraqi troops stay in "
          "their barracks, a spokesman said.\"\r\n");
}

TEST_CASE("the header of rows is there for an empty answer too") {
    const std::string header = render_csv({});
    CHECK(header.starts_with("rank,id,"));
    CHECK(header.ends_with(",passage_text\r\n"));
    CHECK(render_jsonl({}).empty());
    CHECK(render_trec({}).empty());
    CHECK(render_ids({}, '\n').empty());
}
