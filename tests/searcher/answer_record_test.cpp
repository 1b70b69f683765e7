#include "searcher/answer_record.hpp"

#include <nlohmann/json.hpp>

#include "tests/catch.hpp"
#include "tests/searcher/sample_result.hpp"

using namespace dateline;
using Json = nlohmann::ordered_json;

TEST_CASE("a row says what a record says of the same hit") {
    SearchResult result = test::sample_result();
    result.hits.push_back({});
    for (std::size_t i = 0; i < result.hits.size(); ++i) {
        const Json record = answer_record(result, i);
        Json row = answer_row(result, i);
        const Json passages = record["passages"];
        CHECK(row["passage_id"] == (passages.empty() ? Json() : passages[0]["id"]));
        CHECK(row["passage_text"] == (passages.empty() ? Json() : passages[0]["text"]));
        row.erase("passage_id");
        row.erase("passage_text");
        std::size_t single = 0;
        for (const auto& [key, value] : record.items()) {
            if (value.is_array()) continue;
            INFO(key);
            ++single;
            CHECK(row[key] == value);
        }
        CHECK(row.size() == single);
    }
}

TEST_CASE("where passages are the unit, the id is the passage's") {
    SearchResult result = test::sample_result();
    result.unit = AnswerUnit::passage;
    CHECK(answer_record(result, 0)["id"] == "northern-wire/2020/0105.txt#2");
    CHECK(answer_record(result, 0)["article"] == "northern-wire/2020/0105.txt");
}
