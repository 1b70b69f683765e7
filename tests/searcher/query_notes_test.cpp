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
