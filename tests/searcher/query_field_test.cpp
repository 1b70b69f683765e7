#include "searcher/query_field.hpp"

#include "tests/catch.hpp"
#include "tests/searcher/query_texts.hpp"

using namespace dateline;
using test::failure_of;

TEST_CASE("every field of the schema is a field of queries") {
    for (const FieldRow& row : field_rows) {
        INFO(row.example);
        CHECK(find_query_field(row.name) == &row);
        const Query query = parse_query(row.example);
        CHECK(query.field == row.field);
        CHECK(query.text.empty() == (query.kind == QueryKind::date));
    }
    CHECK(find_query_field("after") == row_of(Field::date));
}

TEST_CASE("a colon makes a field only after a letter") {
    CHECK(field_name_in("headline:x") == "headline");
    CHECK(field_name_in("http://x:1") == "http");
    CHECK(field_name_in("überschrift:x") == "überschrift");
    for (const auto* word : {"10:30", ":-)", ":", "word", "(a:b", ""})
        CHECK(field_name_in(word) == "");
}

TEST_CASE("an unknown field is refused with the field that was meant") {
    const auto hint_of = [](std::string_view query) { return failure_of(query)->hint; };
    CHECK(hint_of("headlin:nato").starts_with("did you mean headline:?"));
    CHECK(hint_of("Headline:nato").starts_with("did you mean headline:?"));
    CHECK(hint_of("HEADLINE:nato").starts_with("did you mean headline:?"));
    CHECK(hint_of("language:de").starts_with("did you mean lang:?"));
    CHECK(hint_of("author:doe").starts_with("did you mean byline:?"));
    CHECK(hint_of("Date:2020").starts_with("did you mean date:?"));
    CHECK(hint_of("since:2020").starts_with("did you mean after:?"));
    CHECK(hint_of("titel:berlin").starts_with("did you mean headline:?"));
    CHECK(hint_of("subject:nato").starts_with("did you mean headline:?"));
    CHECK(hint_of("by:doe").starts_with("did you mean byline:?"));
    CHECK(hint_of("publisher:bbc").starts_with("did you mean source:?"));
    CHECK(hint_of("url:bbc.com").starts_with("did you mean id:?"));
    CHECK(hint_of("nato:iraq").starts_with("fields are headline:"));
    CHECK(hint_of("http://x.org").starts_with("fields are headline:"));
    CHECK(failure_of("troops US: x")->column == 7);
    CHECK(failure_of("http://x.org")->column == 0);
}

TEST_CASE("fields of later versions say so") {
    for (const auto* query : {"event:x", "said:x", "quote:x"}) {
        CHECK(failure_of(query)->message.find("reserved") != std::string::npos);
    }
}

TEST_CASE("names of other services stand for fields") {
    CHECK(field_meant_by("headline") == "headline");
    CHECK(field_meant_by("title") == "headline");
    CHECK(field_meant_by("after") == "after");
    CHECK(field_meant_by("headlin").empty());
}
