#include "searcher/query_scanner.hpp"

#include "tests/catch.hpp"
#include "tests/searcher/query_texts.hpp"

using namespace dateline;
using test::failure_of;
using Kind = QueryTokenKind;

namespace {

std::vector<Kind> kinds_of(std::string_view query) {
    std::vector<Kind> out;
    for (const QueryToken& token : scan_query(query)) out.push_back(token.kind);
    return out;
}

}  // namespace

TEST_CASE("tokens are ascending, disjoint, and leave out nothing but blanks") {
    test::QueryTexts texts(11);
    for (int i = 0; i < 5000; ++i) {
        const std::string query = texts.valid();
        INFO(query);
        std::uint32_t last = 0;
        for (const QueryToken& token : scan_query(query)) {
            REQUIRE(token.range.begin >= last);
            const std::string_view gap(query.data() + last, token.range.begin - last);
            REQUIRE(gap.find_first_not_of(' ') == std::string_view::npos);
            last = token.range.end;
        }
        REQUIRE(last == query.size());
    }
}

TEST_CASE("signs count at the beginning of a word only") {
    CHECK(kinds_of("-a a-b a- +a") == std::vector{Kind::minus, Kind::word, Kind::word, Kind::word,
                                                  Kind::plus, Kind::word, Kind::end});
    CHECK(kinds_of("(a)-b") ==
          std::vector{Kind::open, Kind::word, Kind::close, Kind::minus, Kind::word, Kind::end});
    for (const std::string query : {"x - y", "- x", "+", "x -", "--x", "+-x", "(-)"}) {
        INFO(query);
        CHECK(failure_of(query)->column == query.find_first_of("+-"));
    }
    CHECK(failure_of("headline:-x")->column == 9);
}

TEST_CASE("quotation marks of many countries make a phrase") {
    for (const std::string_view query :
         {"\"a b\"", "\u201Ca b\u201D", "\u201Da b\u201D", "\u201Ea b\u201C", "\u201Ea b\u201D",
          "\u00ABa b\u00BB", "\u00BBa b\u00AB"}) {
        const std::vector<QueryToken> tokens = scan_query(query);
        INFO(query);
        REQUIRE(tokens.size() == 2);
        CHECK(tokens[0].kind == Kind::quoted);
        CHECK(tokens[0].text == "a b");
        CHECK(tokens[0].range == TextRange{0, static_cast<std::uint32_t>(query.size())});
    }
    CHECK(failure_of("nato \"in iraq")->column == 5);
    CHECK(failure_of("\u201Cnato\"")->column == 0);
}

TEST_CASE("a phrase without a word is refused") {
    CHECK(failure_of("x \"\"")->column == 2);
    CHECK(failure_of("x \" \" y")->column == 2);
    CHECK(failure_of("\"?!\"")->column == 0);
    CHECK_FALSE(failure_of("\"北\""));
}

TEST_CASE("blanks of every kind, and control characters, part words") {
    CHECK(scan_query("a\tb\nc\u00A0d\u3000e\x01"
                     "f")
              .size() == 7);
}

TEST_CASE("a field must have a value, and none inside another") {
    CHECK(failure_of("x headline:")->column == 2);
    CHECK(failure_of("headline: x")->column == 0);
    CHECK(failure_of("(headline:)")->column == 1);
    CHECK(failure_of("source:\"\"")->column == 7);
    CHECK(failure_of("headline:body:x")->column == 9);
    CHECK(failure_of("headline:(a body:x)")->column == 12);
    CHECK(failure_of("source:(body:x)")->column == 8);
}

TEST_CASE("AND, OR and NOT are no values") {
    CHECK(failure_of("headline:AND")->column == 9);
    CHECK(failure_of("x -NOT")->column == 3);
    CHECK(kinds_of("source:(a OR b)")[3] == Kind::or_operator);
}

TEST_CASE("a star stands only at the end of a value") {
    CHECK(failure_of("source:a*b")->column == 8);
    CHECK(failure_of("source:*")->column == 7);
    CHECK(failure_of("id:a(1)")->column == 4);
    CHECK(failure_of("id:a\"b\"")->column == 4);
    CHECK(failure_of("\"a b\"*")->column == 5);
}

TEST_CASE("bytes that are not UTF-8 are refused where they stand") {
    CHECK(failure_of("nato \xFF")->column == 5);
    CHECK(failure_of("a\xC0\xAF")->column == 1);
    CHECK(failure_of("\xED\xA0\x80")->column == 0);
}

TEST_CASE("the operand follows its field") {
    CHECK(kinds_of("date:\"5 January 2020\"..\"6 January 2020\" source:\"a b\"* lead:x") ==
          std::vector{Kind::field, Kind::value, Kind::field, Kind::value, Kind::field, Kind::word,
                      Kind::end});
    CHECK(failure_of("date:(2019 2020)")->column == 5);
}
