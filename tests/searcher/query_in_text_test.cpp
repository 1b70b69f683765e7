#include "searcher/query_in_text.hpp"

#include "tests/catch.hpp"
#include "tests/searcher/query_texts.hpp"

using namespace dateline;
using test::failure_of;

namespace {

std::string lifted(const std::string& query) {
    return to_string(lifted_out_of_text(parse_query(query)));
}

// Under near and at_least only what is looked for in texts.
void check_in_text(const Query& query, bool is_in_text, bool may_be_denied = false) {
    if (is_in_text) {
        const bool fits = query.kind == QueryKind::word || query.kind == QueryKind::phrase ||
                          query.kind == QueryKind::any || query.kind == QueryKind::near ||
                          query.kind == QueryKind::at_least ||
                          (may_be_denied && query.kind == QueryKind::none);
        CHECK(fits);
    }
    const bool inner =
        is_in_text || query.kind == QueryKind::near || query.kind == QueryKind::at_least;
    for (const Query& child : query.children)
        check_in_text(child, inner, query.kind == QueryKind::near);
}

}  // namespace

TEST_CASE("AND and NOT on the sides of a near hold for the article") {
    CHECK(lifted("(a AND b) w/5 c") == "a w/5 c AND b w/5 c");
    CHECK(lifted("c pre/2 (a AND b)") == "c pre/2 a AND c pre/2 b");
    CHECK(lifted("(a NOT b) w/5 c") == "a w/5 c AND (NOT b) w/5 c");
    CHECK(lifted("a NOT w/5 b") == "a w/5 (NOT b)");
    CHECK(lifted("(NOT (a AND b)) w/5 c") == "(NOT a) w/5 c OR (NOT b) w/5 c");
    CHECK(lifted("(NOT (a OR (b AND d))) w/5 c") ==
          "(NOT a) w/5 c AND ((NOT b) w/5 c OR (NOT d) w/5 c)");
    CHECK(lifted("atleast3(a AND b)") == "atleast3(a) AND atleast3(b)");
}

TEST_CASE("words side by side under a near are any of them, or those required") {
    CHECK(lifted("(a b) w/5 c") == "(a OR b) w/5 c");
    CHECK(lifted("(+a b) w/5 c") == "a w/5 c");
    CHECK(lifted("(a \"b d\") w/5 c") == "\"b d\" w/5 c");
    CHECK(lifted("(a -b) w/5 c") == "a w/5 c AND (NOT b) w/5 c");
    CHECK(lifted("(a OR b) w/5 c") == "(a OR b) w/5 c");
    CHECK(lifted("(a^2 OR b) w/5 c") == "(a OR b) w/5 c");
}

TEST_CASE("what is lifted is looked for in texts below a near, and nothing else") {
    test::QueryTexts texts(5);
    for (int i = 0; i < 3000; ++i) {
        const std::string text = texts.valid();
        INFO(text);
        check_in_text(lifted_out_of_text(parse_query(text)), false);
    }
}

TEST_CASE("filters and sheer denials have no place in a text") {
    CHECK(failure_of("a w/5 date:2020")->column == 6);
    CHECK(failure_of("(a source:wire) w/5 b")->column == 3);
    CHECK(failure_of("atleast2(date:2020)")->column == 8);
    CHECK(failure_of("(NOT a) w/5 (NOT b)"));
    CHECK(failure_of("atleast2(NOT a)"));
    std::string many = "(a1";
    for (int i = 2; i <= 40; ++i) many += " AND a" + std::to_string(i);
    many += ")";
    CHECK(failure_of(many + " w/5 " + many));
}
