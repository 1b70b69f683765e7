#include "corpus/field_map.hpp"

#include <string>

#include "tests/catch.hpp"
#include "tests/caught_error.hpp"

using namespace dateline;
using dateline::test::caught_error;
using dateline::test::says;

namespace {

Error error_of(const std::string& text) {
    return caught_error([&] { return read_field_map(text, "map.json"); });
}

}  // namespace

TEST_CASE("a map has the paths of each field in their order") {
    const FieldMap map =
        read_field_map(R"({"body": "fields.bodyText", "headline": ["a.b", "c"]})", "map.json");
    CHECK(map.paths == std::vector<FieldPath>{{ArticleField::body, "fields.bodyText"},
                                              {ArticleField::headline, "a.b"},
                                              {ArticleField::headline, "c"}});
    CHECK(!map.empty());
    CHECK(FieldMap{}.empty());
}

TEST_CASE("every field has its name") {
    for (std::size_t i = 0; i < article_field_names.size(); ++i)
        CHECK(article_field_named(article_field_names[i]) == static_cast<ArticleField>(i));
    CHECK(article_field_named("title") == std::nullopt);
}

TEST_CASE("what is wrong in a map is said with the file, the key and a way out") {
    const Error unknown = error_of(R"({"headlin": "t"})");
    CHECK(unknown.kind() == ErrorKind::usage);
    CHECK(says(unknown, "map.json: no field is called \"headlin\""));
    CHECK(unknown.hint().starts_with("did you mean \"headline\"? the fields are id, url,"));
    CHECK(error_of(R"({"Title": "t"})").hint().starts_with("did you mean \"headline\"?"));
    CHECK(error_of(R"({"Body": "t"})").hint().starts_with("did you mean \"body\"?"));
    CHECK(error_of(R"({"weather": "t"})").hint().starts_with("the fields are id, url,"));
    CHECK(says(error_of(R"({"body": 5})"), "\"body\" must be a path or an array of paths"));
    CHECK(says(error_of(R"({"body": []})"), "\"body\" must be a path or an array of paths"));
    CHECK(says(error_of(R"({"body": ["a", " "]})"), "\"body\" must be a path or an array"));
    CHECK(says(error_of(R"({"body": {"a": "b"}})"), "\"body\" must be a path or an array"));
    CHECK(says(error_of(R"({"body": "a", "body": "b"})"), "\"body\" is there twice"));
    CHECK(says(error_of("{}"), "map.json: it names no field"));
    CHECK(says(error_of("[]"), "map.json: not a JSON object"));
    CHECK(says(error_of(R"({"body": "a")"), "map.json: not valid JSON at byte 13"));
    CHECK(says(error_of(""), "map.json: not valid JSON at byte"));
    CHECK(says(error_of("{\"body\": \"\xFF\"}"), "map.json: not valid JSON at byte"));
}

TEST_CASE("a path that leads to text in no record is told, one that does in some is not") {
    const FieldMap map =
        read_field_map(R"({"body": "a", "headline": ["b", "c"], "date": "d"})", "map.json");
    const FieldMap copy = map;
    for (int record = 0; record < 3; ++record) {
        copy.count(0, record == 1);
        copy.count(1, false);
    }
    copy.count(3, false);
    CHECK(map.warnings() ==
          std::vector<std::string>{
              "--map: none of the 3 records read has text at \"b\", where headline should be",
              "--map: none of the 1 records read has text at \"d\", where date should be"});
    CHECK(FieldMap{}.warnings().empty());
}
