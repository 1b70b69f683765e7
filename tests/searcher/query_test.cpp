#include "searcher/query.hpp"

#include "tests/catch.hpp"
#include "tests/searcher/query_texts.hpp"

using namespace dateline;

TEST_CASE("a query's text reads back as an equal query") {
    test::QueryTexts texts(1);
    for (int i = 0; i < 20000; ++i) {
        const std::string text = texts.valid();
        INFO(text);
        const Query query = parse_query(text);
        const std::string shown = to_string(query);
        INFO(shown);
        REQUIRE(parse_query(shown) == query);
        REQUIRE(to_string(parse_query(shown)) == shown);
    }
}

TEST_CASE("a query's text keeps only the brackets that mean something") {
    CHECK(to_string(parse_query("((a) OR (b OR (c)))")) == "a OR b OR c");
    CHECK(to_string(parse_query("(a OR b) AND (c AND d)")) == "(a OR b) AND c AND d");
    CHECK(to_string(parse_query("((a b)) c")) == "(a b) c");
    CHECK(to_string(parse_query("NOT (a OR b)")) == "NOT (a OR b)");
    CHECK(to_string(parse_query("a caps(headline:S)")) == "a headline:caps(S)");
    CHECK(parse_query("a caps(headline:S)") == parse_query("a headline:caps(S)"));
    CHECK(to_string(parse_query("headline:(+a +b)")) == "headline:a headline:b");
    CHECK(to_string(parse_query("x headline:(a (b OR c))")) == "x headline:(a (b OR c))");
}

TEST_CASE("a phrase is quoted with marks that it does not hold") {
    CHECK(to_string(parse_query("\u201Ca b\u201D")) == "\"a b\"");
    CHECK(to_string(parse_query("\u201Ca \" b\u201D")) == "\u201Ca \" b\u201D");
    CHECK(to_string(parse_query("\u00ABa \" b \u201D\u00BB")) == "\u00ABa \" b \u201D\u00BB");
}

TEST_CASE("equal queries may stand in different places") {
    CHECK(parse_query("nato  iraq") == parse_query("nato iraq"));
    CHECK_FALSE(parse_query("nato iraq") == parse_query("+nato iraq"));
    CHECK_FALSE(parse_query("lead:nato") == parse_query("body:nato"));
}
