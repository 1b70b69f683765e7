#include <chrono>
#include <functional>

#include "searcher/query.hpp"
#include "searcher/query_scanner.hpp"
#include "tests/catch.hpp"
#include "tests/searcher/query_texts.hpp"

using namespace dateline;
using test::failure_of;

namespace {

std::vector<QueryKind> kinds_of(const Query& query) {
    std::vector<QueryKind> out;
    for (const Query& child : query.children) out.push_back(child.kind);
    return out;
}

std::vector<Occur> occurs_of(const Query& query) {
    std::vector<Occur> out;
    for (const Query& child : query.children) out.push_back(child.occur);
    return out;
}

std::size_t caret_of(std::string_view query) {
    const auto failure = failure_of(query);
    INFO(query);
    REQUIRE(failure);
    return failure->column;
}

void check_ranges(const Query& query, std::string_view text) {
    REQUIRE(query.range.begin < query.range.end);
    REQUIRE(query.range.end <= text.size());
    for (const Query& child : query.children) check_ranges(child, text);
}

}  // namespace

TEST_CASE("random bytes are read or refused with a caret, never worse") {
    test::QueryTexts texts(7);
    std::size_t read = 0;
    for (int i = 0; i < 100000; ++i) {
        const std::string text = texts.any();
        try {
            const Query query = parse_query(text);
            REQUIRE(parse_query(to_string(query)) == query);
            ++read;
        } catch (const Error& error) {
            if (error.kind() != ErrorKind::usage || !error.excerpt().ends_with("^") ||
                error.hint().empty()) {
                FAIL("wrong error for: " << text << ": " << error.what());
            }
        }
    }
    CHECK(read > 1000);
}

TEST_CASE("every node knows where it stands in the query") {
    test::QueryTexts texts(3);
    for (int i = 0; i < 2000; ++i) {
        const std::string text = texts.valid();
        INFO(text);
        check_ranges(parse_query(text), text);
    }
    const std::string text = "x headline:(nato \"a b\")";
    const Query query = parse_query(text);
    CHECK(query.children[1].range.in(text) == "headline:(nato \"a b\")");
    CHECK(query.children[1].children[1].range.in(text) == "\"a b\"");
}

TEST_CASE("bare words are wanted, all else side by side is required") {
    const Query query =
        parse_query("nato +iraq -nuclear \"in baghdad\" source:wire (a b) date:2020");
    CHECK(query.kind == QueryKind::sequence);
    CHECK(occurs_of(query) == std::vector{Occur::wanted, Occur::required, Occur::excluded,
                                          Occur::required, Occur::required, Occur::required,
                                          Occur::required});
    CHECK(kinds_of(query) == std::vector{QueryKind::word, QueryKind::word, QueryKind::word,
                                         QueryKind::phrase, QueryKind::value, QueryKind::sequence,
                                         QueryKind::date});
}

TEST_CASE("one operand alone stands for itself") {
    CHECK(parse_query("nato").kind == QueryKind::word);
    CHECK(parse_query("+nato") == parse_query("nato"));
    CHECK(parse_query("((nato))") == parse_query("nato"));
    CHECK(parse_query("-nato") == parse_query("NOT nato"));
    CHECK(parse_query("-nato").kind == QueryKind::none);
}

TEST_CASE("side by side binds before NOT, NOT before AND, AND before OR") {
    CHECK(parse_query("a b AND c OR d") == parse_query("((a b) AND c) OR d"));
    CHECK(parse_query("a NOT b") == parse_query("a AND (NOT b)"));
    CHECK(parse_query("a NOT b c OR d") == parse_query("(a AND (NOT (b c))) OR d"));
    CHECK(parse_query("a OR b AND NOT c") == parse_query("a OR (b AND (NOT c))"));
    CHECK(parse_query("NOT a NOT b") == parse_query("(NOT a) AND (NOT b)"));
}

TEST_CASE("w/5 and its like bind tighter than side by side, from the left") {
    CHECK(parse_query("a b w/5 c d") == parse_query("a (b w/5 c) d"));
    CHECK(parse_query("a w/5 b pre/2 c") == parse_query("(a w/5 b) pre/2 c"));
    CHECK_FALSE(parse_query("a w/5 (b w/5 c)") == parse_query("a w/5 b w/5 c"));
    CHECK(parse_query("a near/5 b") == parse_query("a W/5 b"));
    CHECK(parse_query("a NEAR b") == parse_query("a w/10 b"));
    CHECK(parse_query("a ADJ b") == parse_query("a pre/1 b"));
    CHECK(parse_query("a NOT w/5 b") == parse_query("a w/5 (NOT b)"));
    CHECK(parse_query("-a w/5 b") == parse_query("NOT (a w/5 b)"));
    CHECK(occurs_of(parse_query("a b w/5 c")) == std::vector{Occur::wanted, Occur::required});
}

TEST_CASE("words of every kind are bare, whatever their weight") {
    CHECK(occurs_of(parse_query("a =b c* d~ caps(E) f^2 (g h)^2 \"i j\"^2")) ==
          std::vector{Occur::wanted, Occur::wanted, Occur::wanted, Occur::wanted, Occur::wanted,
                      Occur::wanted, Occur::required, Occur::required});
    CHECK(parse_query("caps(US)").match == WordMatch::letters);
    CHECK(parse_query("headline:caps(\"a B\")").field == Field::headline);
    CHECK(parse_query("\"a b\"~3").number == 3);
    CHECK(parse_query("atleast3(a)").number == 3);
    CHECK(parse_query("a^0.5").number == 500);
}

TEST_CASE("an operator of nearness without a side, or between other things, is refused there") {
    CHECK(caret_of("w/5 a") == 0);
    CHECK(caret_of("a w/5") == 2);
    CHECK(caret_of("a w/5 -b") == 6);
    CHECK(caret_of("a AND w/5 b") == 6);
    CHECK(caret_of("a w/5 w/5 b") == 2);
    CHECK(caret_of("a w/0 b") == 2);
    CHECK(caret_of("headline:w/5") == 9);
    CHECK(caret_of("caps(a b)") == 0);
    CHECK(caret_of("caps(NOT a)") == 0);
    CHECK(caret_of("atleast0(a)") == 0);
    CHECK(caret_of("a date:2020^2") == 7);
    CHECK(caret_of("(date:2020)^2") == 11);
    CHECK(caret_of("a^0") == 1);
    CHECK(caret_of("\"a b\"~x") == 5);
}

TEST_CASE("operators are upper case; lower case is words") {
    const Query query = parse_query("nato and iraq or not");
    CHECK(query.kind == QueryKind::sequence);
    CHECK(query.children.size() == 5);
}

TEST_CASE("words keep what was typed, with hyphens, signs and brackets of other kinds inside") {
    for (const std::string word :
         {"al-Qaeda", "F-16", "C++", "AT&T", "$20m", "don't", "10:30", "[a,b]", "won?", "U.S.",
          "w/o", "a=b", "~", "=", "-5", "and/or"}) {
        INFO(word);
        const bool sign = word[0] == '-';
        const Query query = parse_query("x " + word);
        REQUIRE(query.children.size() == 2);
        CHECK(query.children[1].kind == QueryKind::word);
        CHECK(query.children[1].text == (sign ? word.substr(1) : word));
    }
    CHECK(parse_query("search moscow show trial").children.size() == 4);
}

TEST_CASE("a field is handed down to every leaf of its group") {
    const Query query = parse_query("headline:(nato \"in iraq\" (a OR b))");
    const std::function<void(const Query&)> check = [&](const Query& node) {
        if (node.children.empty()) CHECK(node.field == Field::headline);
        for (const Query& child : node.children) check(child);
    };
    check(query);
    CHECK(occurs_of(query) == std::vector{Occur::wanted, Occur::required, Occur::required});
}

TEST_CASE("values of exact fields take blanks in quotes and a final star") {
    const Query prefix = parse_query("source:new*");
    CHECK(prefix.kind == QueryKind::value);
    CHECK(prefix.text == "new");
    CHECK(prefix.prefix_match);
    CHECK(parse_query("source:\"new york*\"") == parse_query("source:\"new york\"*"));
    CHECK(parse_query("source:\"new york\"").text == "new york");
    CHECK_FALSE(parse_query("source:wire").prefix_match);
    CHECK(parse_query("id:http://a.org/b:1").text == "http://a.org/b:1");
    CHECK(parse_query("byline:\"jane doe\"").kind == QueryKind::value);
    CHECK(parse_query("headline:\"in iraq\"").kind == QueryKind::phrase);
    CHECK(occurs_of(parse_query("source:(wire \"new york\")")) ==
          std::vector{Occur::wanted, Occur::wanted});
}

TEST_CASE("date items become days") {
    CHECK(parse_query("date:2020-01").days == *read_period("2020-01"));
    CHECK(parse_query("on:2020-01-05") == parse_query("date:\"5 January 2020\""));
    CHECK(parse_query("date:none").undated_only);
    CHECK(parse_query("after:2019 before:2021").children[0].kind == QueryKind::date);
}

TEST_CASE("an operator without an operand is refused at the operator") {
    CHECK(caret_of("AND x") == 0);
    CHECK(caret_of("x OR") == 2);
    CHECK(caret_of("NOT") == 0);
    CHECK(caret_of("x AND OR y") == 2);
    CHECK(caret_of("(x OR) y") == 3);
    CHECK(caret_of("(AND x)") == 1);
    CHECK(caret_of("source:(-AND x)") == 9);
}

TEST_CASE("brackets must pair, and hold something") {
    CHECK(caret_of("a (b") == 2);
    CHECK(caret_of("a b)") == 3);
    CHECK(caret_of("a ()") == 2);
    CHECK(caret_of("a (") == 2);
    CHECK(caret_of("((a) (b c)") == 0);
}

TEST_CASE("an empty query is refused") {
    CHECK(failure_of(""));
    CHECK(failure_of(" \t\u3000"));
}

TEST_CASE("deep nesting is refused, not overflowed") {
    const auto nested = [](const std::string& open, std::size_t depth, const std::string& close) {
        std::string out;
        for (std::size_t i = 0; i < depth; ++i) out += open;
        out += "a";
        for (std::size_t i = 0; i < depth; ++i) out += close;
        return out;
    };
    CHECK_FALSE(failure_of(nested("(", 200, ")")));
    CHECK(failure_of(nested("(", 201, ")"))->message == "the query is nested too deeply");
    CHECK(failure_of(nested("(", 30000, ")")));
    CHECK(failure_of(nested("NOT ", 15000, "")));
    CHECK(failure_of(nested("headline:(", 6000, "")));
}

TEST_CASE("the longest query takes no longer than its length") {
    for (const std::string part :
         {"a ", "-a ", "\"a\" ", "a OR ", "(a) ", "\u201Ea\u201D ", "id:x "}) {
        std::string query;
        while (query.size() + part.size() + 1 < max_query_bytes) query += part;
        query += "a";
        INFO(part);
        const auto begin = std::chrono::steady_clock::now();
        CHECK(to_string(parse_query(query)).size() >= query.size() / 2);
        CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(2));
    }
    CHECK(failure_of(std::string(70000, 'a')));
}

TEST_CASE("a byline takes words as they are, and one at least") {
    for (const char* query : {"byline:\"jane doe\"~3", "place:ba?hdad", "place:bag*", "byline:=doe",
                              "byline:doe~1", "place:(a bag*)"}) {
        INFO(query);
        REQUIRE(failure_of(query));
        CHECK(failure_of(query)->message.ends_with(": takes words as they are"));
    }
    CHECK(failure_of("byline:>")->message == "byline: needs a word");
}

TEST_CASE("a closing bracket where a word should stand was never opened") {
    CHECK(failure_of(")(")->message == "a bracket is closed that was never opened");
}

TEST_CASE("a long dash by itself can be weighed") {
    const Query query = parse_query("+(\u2212)^6.5 a");
    CHECK(parse_query(to_string(query)) == query);
    CHECK(failure_of("\u2212war^2"));
}

TEST_CASE("several values of a field whose whole value is asked for are alternatives") {
    for (const char* const text : {"source:(ap reuters)", "lang:(de ru)", "id:(a b*)"})
        CHECK(parse_query(text).kind == QueryKind::any);
    CHECK(parse_query("source:(ap reuters)") == parse_query("source:ap OR source:reuters"));
    CHECK(parse_query("source:(ap -reuters)").kind == QueryKind::sequence);
    CHECK(parse_query("byline:(jane doe)").kind == QueryKind::sequence);
    CHECK(parse_query("source:ap source:reuters").kind == QueryKind::sequence);
}

TEST_CASE("operators gone wrong are refused where they stand, not taken for words") {
    CHECK(caret_of("nato =train*") == 11);
    CHECK(caret_of("=train~1") == 6);
    CHECK(caret_of("=\"prime minister\"") == 0);
    CHECK(caret_of("nato^2^3") == 4);
    CHECK(caret_of("nato^-1") == 4);
    CHECK(caret_of("trump w/sentence biden") == 6);
    CHECK(caret_of("trump w/ biden") == 6);
    CHECK(caret_of("a pre/x b") == 2);
    CHECK(caret_of("atleast3 (nato)") == 0);
    CHECK(caret_of("atleast(nato)") == 0);
    CHECK(caret_of("a caps (US)") == 2);
    CHECK(caret_of("a caps\t(US)") == 2);
    CHECK(caret_of("a caps\u00A0(US)") == 2);
    CHECK(caret_of("source:cnn^2") == 10);
    CHECK(caret_of("nato | iraq") == 5);
    CHECK(caret_of("nato !iraq") == 5);
    CHECK(caret_of("a w/5 NOT b") == 6);
    CHECK(caret_of("nato atleast3 iraq") == 5);
    CHECK(caret_of("nato x^y") == 6);
    CHECK(caret_of("iraq PRE^2") == 5);
    CHECK(caret_of("nato AND^2") == 5);
    CHECK(caret_of("nato headline(iraq)") == 5);
    CHECK(caret_of("nato(iraq)") == 0);
    CHECK(caret_of("nato \"train* mission\"") == 11);
    CHECK(caret_of("caps(\"train*\")") == 11);
    CHECK_FALSE(failure_of(to_string(parse_query("byline:/~h~1~~:q"))));
    CHECK_FALSE(failure_of(to_string(parse_query("(w/o)^2"))));
    CHECK(caret_of("source:(bbc, cnn)") == 11);
    // Words as people write them.
    for (const char* const text :
         {"caps", "caps off", "w/o", "w/o^2", "won!", "\"x^y\"", "source:\"a^2\"", "(a)(b)"})
        CHECK_FALSE(failure_of(text));
}

TEST_CASE("a phrase that would take long is refused") {
    std::string words = "a";
    for (int i = 0; i < 511; ++i) words += " a";
    CHECK_FALSE(failure_of("\"" + words + "\""));
    CHECK(caret_of("nato \"" + words + " a\"") == 5);
}

TEST_CASE("a word in brackets with a weight reads back, whatever it ends with") {
    for (const std::string word :
         {"cl\u2060", "na\u200B", "\u2013", "a~", "C++", "/~h~1~~:q", "what?"}) {
        const Query query = parse_query("(" + word + ")^3");
        INFO(word);
        CHECK(parse_query(to_string(query)) == query);
    }
    std::string words = "a";
    for (int i = 1; i < 512; ++i) words += "-a";
    const Query longest = parse_query("(" + words + ")^3");
    CHECK(parse_query(to_string(longest)) == longest);
    CHECK(failure_of(words + "-a"));
}
