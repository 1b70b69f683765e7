#include "corpus/formats/json_envelope.hpp"

#include <string>
#include <vector>

#include "tests/catch.hpp"
#include "tests/corpus/formats/json_document.hpp"

using namespace dateline;

namespace {

const IsRecord by_keys = [](dom::object) { return false; };

/// The JSON at each offset of a record, up to its closing brace; "none" where it is no envelope.
std::vector<std::string> records_in(const std::string& json) {
    const test::JsonDocument document(json);
    const auto envelope = find_envelope(document.object(), document.fields(), by_keys);
    if (!envelope) return {"none"};
    std::vector<std::string> records;
    const std::vector<std::size_t> offsets = record_offsets(json, *envelope);
    CHECK(offsets.size() == envelope->records.size());
    for (const std::size_t offset : offsets)
        records.push_back(json.substr(offset, json.find('}', offset) + 1 - offset));
    return records;
}

using Strings = std::vector<std::string>;

const std::string a = R"({"title":"A"})";
const std::string b = R"({"title":"B"})";

}  // namespace

TEST_CASE("records are found in the envelopes of web services") {
    CHECK(records_in(R"({"articles":[)" + a + "," + b + "]}") == Strings{a, b});
    CHECK(records_in(R"({"status":"ok","n":2,"results": [ )" + a + " ,\n" + b + "]}") ==
          Strings{a, b});
    CHECK(records_in(R"({"response":{"meta":{"hits":1},"docs":[)" + a + "]}}") == Strings{a});
    CHECK(records_in(R"({"took":1,"hits":{"total":1,"hits":[{"_source":)" + a + "}]}}") ==
          Strings{R"({"_source":)" + a});
    CHECK(records_in(R"({"data":{"items":[{"item":)" + a + "}]}}") == Strings{R"({"item":)" + a});
    CHECK(records_in(R"({"title":"A feed","items":[)" + a + "]}") == Strings{a});
}

TEST_CASE("an article with lists of objects in it is no envelope") {
    CHECK(records_in(R"({"title":"T","body":"B","items":[)" + a + "]}") == Strings{"none"});
    CHECK(records_in(R"({"title":"T","date":"2020","news":[)" + a + "]}") == Strings{"none"});
    CHECK(records_in(R"({"title":"T","related":[)" + a + "]}") == Strings{"none"});
    CHECK(records_in(R"({"title":"T","data":[{"x":1},{"y":2}]})") == Strings{"none"});
    CHECK(records_in(R"({"items":["x"]})") == Strings{"none"});
}

TEST_CASE("an export by key is an envelope with the keys as ids") {
    const std::string json = R"({"k1":)" + a + R"(,"k2":)" + b + "}";
    CHECK(records_in(json) == Strings{a, b});
    const test::JsonDocument document(json);
    const auto envelope = find_envelope(document.object(), document.fields(), by_keys);
    REQUIRE(envelope);
    CHECK(envelope->keys == std::vector<std::string_view>{"k1", "k2"});
    CHECK(records_in(R"({"k1":)" + a + R"(,"k2":3})") == Strings{"none"});
    CHECK(records_in(R"({"k1":{"x":1},"k2":{"x":2}})") == Strings{"none"});
    CHECK(records_in("{}") == Strings{"none"});
}

TEST_CASE("records have the source and the language of their feed") {
    const test::JsonDocument document(
        R"({"version":"https://jsonfeed.org/version/1.1","title":"Harbour Post","language":"de",
            "items":[{"title":"A"}]})");
    const auto envelope = find_envelope(document.object(), document.fields(), by_keys);
    REQUIRE(envelope);
    CHECK(envelope->source == "Harbour Post");
    CHECK(envelope->language == "de");
}

TEST_CASE("an envelope is told from its beginning") {
    const auto opening = find_envelope_opening(R"({"n":[1,{"x":2}],"response":{"docs": [{"ti)");
    REQUIRE(opening);
    CHECK(opening->array == 37);
    CHECK(opening->objects == 2);
    CHECK(find_envelope_opening(R"({"articles":[{)")->array == 12);
    for (const char* head :
         {"", "{", "[", R"({"articles":[)", R"({"articles":["x"]})", R"({"body":"B","items":[{)",
          R"({"title":"T","date":"2020","items":[{)", R"({"entities":[{"name":"x"}])",
          R"({"response":{"body":"B","docs":[{)", R"({"a":{"articles":[{)"}) {
        CAPTURE(head);
        CHECK(!find_envelope_opening(head));
    }
}
