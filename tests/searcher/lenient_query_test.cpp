#include "searcher/lenient_query.hpp"

#include "corpus/error.hpp"
#include "tests/catch.hpp"
#include "tests/searcher/query_texts.hpp"

using namespace dateline;

TEST_CASE("what can be read is read as it stands") {
    const LenientQuery read = parse_leniently("nato AND \"in iraq\" date:2020", std::nullopt);
    CHECK_FALSE(read.taken_for);
    CHECK(read.query == parse_query("nato AND \"in iraq\" date:2020"));
}

TEST_CASE("what cannot be read is taken as its words") {
    const auto taken = [](const char* text) {
        const LenientQuery read = parse_leniently(text, std::nullopt);
        INFO(text);
        REQUIRE(read.taken_for);
        CHECK(read.query == parse_query(*read.taken_for));
        return *read.taken_for;
    };
    CHECK(taken("\"nato in iraq") == "nato in iraq");
    CHECK(taken("nato AND (iraq OR") == "nato and iraq or");
    CHECK(taken("headlin:nato al-Qaeda's U.S. AT&T.") == "headlin nato al-Qaeda's U.S AT&T");
    CHECK(taken("date:nonsense *") == "date nonsense");
    CHECK(taken("- M\u00fcller \u5317\u4eac )") == "M\u00fcller \u5317\u4eac");
    CHECK(taken("a w/0 b") == "a w 0 b");
}

TEST_CASE("text without a word is a query that finds nothing") {
    for (const char* text : {"", "( -", "*", "\"\"", "\xff"}) {
        const LenientQuery read = parse_leniently(text, std::nullopt);
        INFO(text);
        REQUIRE(read.taken_for == "");
        CHECK(read.query.kind == QueryKind::word);
        CHECK(read.query.text.empty());
    }
}

TEST_CASE("words that would be refused as operators are taken as words") {
    CHECK(*parse_leniently("nato PRE (iraq", std::nullopt).taken_for == "nato pre iraq");
    CHECK(*parse_leniently("nato near5 iraq", std::nullopt).taken_for == "nato =near5 iraq");
    CHECK(*parse_leniently("\"train* mission\"", std::nullopt).taken_for == "train mission");
}

TEST_CASE("any bytes are read or refused") {
    test::QueryTexts texts(21);
    for (int i = 0; i < 20000; ++i) {
        const std::string text = texts.any();
        INFO(text);
        try {
            const LenientQuery read = parse_leniently(text, std::nullopt);
            if (read.taken_for && !read.taken_for->empty())
                REQUIRE(read.query == parse_query(*read.taken_for));
        } catch (const Error& error) {
            REQUIRE(error.kind() == ErrorKind::usage);
        }
    }
}

TEST_CASE("any text is a query of its words, without operators") {
    const auto words = [](const char* text) { return to_string(query_of_words(text).value()); };
    CHECK(words("\"nato AND (iraq NOT w/5 -port*") == "nato and iraq not w 5 port");
    CHECK(words("U.S. policy: what's next?") == "U.S policy what's next");
    CHECK(words("+port+") == "port");
    CHECK_FALSE(query_of_words("( - ?"));
    test::QueryTexts texts(22);
    for (int i = 0; i < 20000; ++i) {
        const std::string text = texts.any();
        INFO(text);
        const std::optional<Query> query = query_of_words(text);
        if (query) REQUIRE(parse_query(to_string(*query)) == *query);
    }
}

TEST_CASE("a text longer than a query may be is words as well") {
    std::string text;
    for (int i = 0; i < 20000; ++i) text += "storm at sea, ";
    CHECK_THROWS_AS(parse_query(text), Error);
    CHECK(query_of_words(text)->children.size() == 60000);
}
