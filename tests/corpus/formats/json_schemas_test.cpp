#include "corpus/formats/json_schemas.hpp"

#include <string>

#include "tests/catch.hpp"
#include "tests/corpus/formats/json_document.hpp"

using namespace dateline;

namespace {

std::string reason_of(std::string_view json) {
    const test::JsonDocument document(json);
    JsonFields fields = document.fields();
    return read_by_schema(document.object(), fields);
}

}  // namespace

TEST_CASE("a schema is told from the keys of a record") {
    CHECK(reason_of(R"({"uri": "urn:a", "type": "event", "versioncreated": "2020"})") ==
          "an event without a body (ninjs)");
    CHECK(reason_of(R"({"@type": "Person", "name": "Mara Ellis"})") ==
          "of the type Person (schema.org), not an article");
    CHECK(reason_of(R"({"contents": [{"type": "title", "content": "T"}]})").empty());
    CHECK(reason_of(R"({"title": "T", "type": "event"})").empty());
}

TEST_CASE("the schema of a JSON format is no article, though it has a title") {
    CHECK(reason_of(R"({"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "T",
                        "description": "Of articles."})") == "a JSON schema, not an article");
    CHECK(reason_of(R"({"$schema": "https://a.example/article.json", "title": "T"})").empty());
}
