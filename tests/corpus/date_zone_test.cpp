#include "corpus/date_zone.hpp"

#include "tests/catch.hpp"

#include <fmt/format.h>
#include <cmath>
#include <string>

using namespace dateline;

namespace {

int minutes(std::string_view text) {
    const std::optional<Zone> zone = leading_zone(text);
    REQUIRE(zone);
    CHECK(zone->size == text.size());
    return zone->minutes;
}

int minutes_of_et(CalendarDay day) {
    return zone_minutes_on(*leading_zone("ET"), *day_number(day));
}

}  // namespace

TEST_CASE("every offset of the world's zones is read in each of its forms") {
    for (int zone = -14 * 60; zone <= 14 * 60; ++zone) {
        const char sign = zone < 0 ? '-' : '+';
        const int hours = std::abs(zone) / 60;
        const int rest = std::abs(zone) % 60;
        CHECK(minutes(fmt::format("{}{:02}:{:02}", sign, hours, rest)) == zone);
        CHECK(minutes(fmt::format("{}{:02}{:02}", sign, hours, rest)) == zone);
        if (rest == 0) CHECK(minutes(fmt::format("{}{:02}", sign, hours)) == zone);
    }
}

TEST_CASE("zones have names in either case") {
    CHECK(minutes("Z") == 0);
    CHECK(minutes("z") == 0);
    CHECK(minutes("GMT") == 0);
    CHECK(minutes("utc") == 0);
    CHECK(minutes("EST") == -300);
    CHECK(minutes("PDT") == -420);
    CHECK(minutes("CEST") == 120);
    CHECK(minutes("UTC+2") == 120);
    CHECK(minutes("GMT-05:30") == -330);
}

TEST_CASE("what is no zone is not taken for one") {
    for (const std::string_view text :
         {"", "+", "+2:5", "+123", "+15:00", "+02:60", "XYZ", "ESTX", "+14:01", "12"})
        CHECK_FALSE(leading_zone(text));
}

TEST_CASE("ET follows the daylight saving of its year") {
    CHECK(minutes_of_et({2020, 1, 5}) == -300);
    CHECK(minutes_of_et({2020, 3, 7}) == -300);
    CHECK(minutes_of_et({2020, 3, 8}) == -240);
    CHECK(minutes_of_et({2020, 10, 31}) == -240);
    CHECK(minutes_of_et({2020, 11, 1}) == -300);
    CHECK(minutes_of_et({2006, 4, 1}) == -300);
    CHECK(minutes_of_et({2006, 4, 2}) == -240);
    CHECK(minutes_of_et({2006, 10, 29}) == -300);
    CHECK(minutes_of_et({1980, 4, 26}) == -300);
    CHECK(minutes_of_et({1980, 4, 27}) == -240);
    CHECK(minutes_of_et({1950, 7, 1}) == -300);
}

TEST_CASE("zones of feeds around the world") {
    CHECK(leading_zone("NZDT")->minutes == 780);
    CHECK(leading_zone("AST")->minutes == -240);
    CHECK(leading_zone("IST")->minutes == 330);
}
