#include "indexer/utc_time.hpp"

#include <algorithm>
#include <cctype>

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("the time is ISO 8601 in UTC and never goes back") {
    const std::string earlier = utc_now();
    const std::string form = "0000-00-00T00:00:00Z";
    REQUIRE(earlier.size() == form.size());
    for (std::size_t i = 0; i < form.size(); ++i)
        CHECK((form[i] == '0' ? std::isdigit(earlier[i]) != 0 : earlier[i] == form[i]));
    CHECK(earlier > "2020");
    CHECK(utc_now() >= earlier);
}
