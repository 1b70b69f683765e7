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
