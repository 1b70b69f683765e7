#include "searcher/query_notes.hpp"

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("near in lower case between words gets a note") {
    const auto notes = [](const char* query) { return query_notes(parse_query(query)).size(); };
    CHECK(notes("nato near iraq") == 1);
    CHECK(notes("(storm OR (nato near iraq))") == 1);
    CHECK(notes("nato NEAR iraq") == 0);
    CHECK(notes("nato near/5 iraq") == 0);
    CHECK(notes("near iraq") == 0);
    CHECK(notes("\"nato near iraq\"") == 0);
    CHECK(notes("nato =near iraq") == 0);
}

TEST_CASE("so do not and or, but no and") {
    const auto notes = [](const char* query) { return query_notes(parse_query(query)); };
    REQUIRE(notes("nato not iraq").size() == 1);
    CHECK(notes("nato not iraq")[0].find("NOT") != std::string::npos);
    REQUIRE(notes("iraq or syria").size() == 1);
    CHECK(notes("iraq or syria")[0].find("OR") != std::string::npos);
    CHECK(notes("iraq and syria").empty());
    CHECK(notes("not iraq").empty());
    CHECK(notes("iraq OR syria").empty());
    CHECK(notes("\"trick or treat\"").empty());
}

TEST_CASE("what other services read otherwise gets a note") {
    const auto note = [](const std::string& query) {
        const auto notes = query_notes(parse_query(query));
        return notes.empty() ? std::string() : notes.at(0);
    };
    CHECK(note("nato & iraq").starts_with("signs without"));
    CHECK(note("?").starts_with("signs without"));
    CHECK(note("nato \U0001F600").starts_with("signs without"));
    CHECK(note("'nato iraq'").starts_with("single quotes"));
    CHECK(note("\u2018nato iraq\u2019").starts_with("single quotes"));
    CHECK(note("nato w5 iraq").starts_with("w5 is taken as a word"));
    CHECK(note("[nato TO iraq]").starts_with("[ ]"));
    CHECK(note("nato\\ iraq").starts_with("a backslash"));
    CHECK(note("\"nato AND iraq\"").starts_with("between quotes"));
    CHECK(note("\"nato w/5 iraq\"").starts_with("between quotes"));
    CHECK(note("nato,iraq").starts_with("words joined"));
    CHECK(note("nato+iraq").starts_with("words joined"));
    CHECK(note("date is 2019").starts_with("date is taken"));
    CHECK(note("lang:english").starts_with("lang: takes codes"));
    for (const char* query : {"nato, iraq", "who won?", "C++", "'tis nato", "rock 'n' roll", "AT&T",
                              "al-Qaeda", "w5 nato", "lang:en", "10:30", "date of 2019", ",nato",
                              "\"nato and iraq\"", "\u5317\u4eac", "U.S."}) {
        INFO(query);
        CHECK(note(query).empty());
    }
}

TEST_CASE("a word that a sign joins is several, which is said where nothing is found") {
    const auto note = [](const char* query) { return joined_words_note(parse_query(query)); };
    for (const char* joined : {"nato/iraq", "nato-iraq", "storm nato.iraq", "nato&iraq OR storm"})
        CHECK(note(joined).value_or("").find("is looked for as words side by side") !=
              std::string::npos);
    CHECK(note("storm nato/iraq")->starts_with("nato/iraq is looked for"));
    for (const char* plain : {"nato", "nato iraq", "-nato storm", "nato.", "&", "\"nato/iraq\""})
        CHECK_FALSE(note(plain));
}
