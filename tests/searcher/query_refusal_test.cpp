#include "searcher/query_refusal.hpp"

#include "corpus/error.hpp"
#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("what is an operator elsewhere is refused at its first byte") {
    for (const auto* word : {"&&", "||", "\u2013nuclear", "\u2212nuclear"}) {
        const auto refusal = refusal_of(word);
        INFO(word);
        REQUIRE(refusal);
        CHECK(refusal->offset == 0);
        CHECK_FALSE(refusal->hint.empty());
    }
}

TEST_CASE("punctuation that people type is no operator") {
    for (const auto* word :
         {"won?", "what?!", "near", "w/o", "n/a", "and/or", "1/2", "24/7", "=", "NEAR", "w5",
          "w/o^2", "a=b", "x<y", "~", "^", "\u2013", "R&D", "C++"}) {
        INFO(word);
        CHECK_FALSE(refusal_of(word));
    }
}

TEST_CASE("nearness as other services write it is refused") {
    for (const auto* word :
         {"PRE", "near5", "NEAR5", "adj5", "pre5", "within5", "onear/5", "within/5", "BEFORE/5",
          "same/5", "/5", "/s", "/P", "/n5", "/n3/", "w/x", "near/"}) {
        INFO(word);
        REQUIRE(refusal_of(word));
        CHECK(refusal_of(word)->hint.find('/') != std::string::npos);
    }
    for (const auto* word : {"pre", "near", "n5", "before/after", "/home", "next/door", "nearby5"})
        CHECK_FALSE(refusal_of(word));
}

TEST_CASE("other boolean operators are refused in capitals") {
    for (const auto* word : {"ANDNOT", "AND-NOT", "BUTNOT", "XOR", "nato|iraq"}) {
        INFO(word);
        CHECK(refusal_of(word));
    }
    CHECK(refusal_of("nato|iraq")->offset == 4);
    CHECK_FALSE(refusal_of("xor"));
}

TEST_CASE("a field's name with another sign than the colon is refused there") {
    for (const auto* word : {"title=nato", "date>2019", "date<=2019", "source=bbc", "DATE=2019"}) {
        INFO(word);
        REQUIRE(refusal_of(word));
        CHECK(refusal_of(word)->offset == std::string_view(word).find_first_of("=<>"));
    }
    CHECK(refusal_of("date>2019")->hint.starts_with("write after:2019"));
    CHECK(refusal_of("title=nato")->hint.starts_with("write headline:"));
    CHECK(refusal_of("HEADLINE=nato")->hint.starts_with("write headline:..."));
}

TEST_CASE("marks of weight and spelling that say nothing are refused at the mark") {
    for (const auto* word : {"nato~x", "nato~0.8", "nato^x", "nato^", "na~to~x"}) {
        INFO(word);
        REQUIRE(refusal_of(word));
        CHECK(refusal_of(word)->offset == std::string_view(word).find_last_of("~^"));
    }
    CHECK(refusal_of("~nato")->offset == 0);
    CHECK(refusal_of("^nato"));
    for (const auto* word : {"nato~", "nato~1", "nato^2", "nato~2^0.5", "~1", "^2", ":~)"})
        CHECK_FALSE(refusal_of(word));
}

TEST_CASE("what looks like a plain sign or operator and is none is refused") {
    for (const auto* word :
         {"\uFF21\uFF2E\uFF24", "\uFF08nato", "headline\uFF1Anato", "na\u200Bto", "na\uFEFFto"}) {
        INFO(word);
        CHECK(refusal_of(word));
    }
    for (const auto* word : {"\uFF2E\uFF21\uFF34\uFF2F", "nato\u200B", "na\u200Dto", "M\u00fcller"})
        CHECK_FALSE(refusal_of(word));
}

TEST_CASE("atleast without its bracket is refused") {
    CHECK(refusal_of("atleast3"));
    CHECK_FALSE(refusal_of("atleast"));
}

TEST_CASE("wildcards in a phrase are refused, punctuation is not") {
    CHECK(refusal_in_phrase("train* mission")->offset == 5);
    CHECK(refusal_in_phrase("a * b")->offset == 2);
    CHECK(refusal_in_phrase("a w?rd"));
    CHECK(refusal_in_phrase("trian~1"));
    for (const auto* text :
         {"who won?", "what? no", "a ~ b", "~1", "a~1~b", "x^2", "=a", "M\u00fcller"})
        CHECK_FALSE(refusal_in_phrase(text));
}

TEST_CASE("commas and weights in a value are refused, in ids no comma") {
    CHECK(refusal_of_value("bbc,cnn", Field::source)->offset == 3);
    CHECK(refusal_of_value("bbc,", Field::section));
    CHECK(refusal_of_value("bbc^2", Field::source)->offset == 3);
    CHECK_FALSE(refusal_of_value("a,b", Field::id));
    CHECK_FALSE(refusal_of_value("a^b", Field::source));
}

TEST_CASE("a word right before a bracket is told what to write") {
    CHECK(refusal_of_call("HEADLINE").hint == "write headline:(...)");
    CHECK(refusal_of_call("hl").hint == "write headline:(...)");
    CHECK(refusal_of_call("date").hint == "write date:FROM..TO");
    CHECK(refusal_of_call("allcaps").hint == "write caps(US)");
    CHECK(refusal_of_call("atleast").hint == "write atleast3(word)");
    CHECK(refusal_of_call("nato").hint.starts_with("put a blank before the bracket"));
}

TEST_CASE("a query that is too long or no text is refused") {
    CHECK_NOTHROW(refuse_unreadable(std::string(64 << 10, 'a')));
    CHECK_THROWS_AS(refuse_unreadable(std::string((64 << 10) + 1, 'a')), Error);
    CHECK_THROWS_AS(refuse_unreadable("nato \xff"), Error);
}
