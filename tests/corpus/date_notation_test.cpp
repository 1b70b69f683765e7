#include "corpus/date_notation.hpp"

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("what stands around a date is left out") {
    CHECK(bare_date("/Date(1578218400000)/") == "1578218400000");
    CHECK(bare_date("/Date(1578218400000+0100)/") == "1578218400000");
    CHECK(bare_date("2020-01-05T10:00:00Z[UTC]") == "2020-01-05T10:00:00Z");
    CHECK(bare_date("2020-01-05T10:00+01:00[Europe/Paris]") == "2020-01-05T10:00+01:00");
    CHECK(bare_date("Published Jan 5, 2020") == "Jan 5, 2020");
    CHECK(bare_date("LAST UPDATED ON: Jan 5, 2020") == "Jan 5, 2020");
    CHECK(bare_date("Date: 5 January 2020") == "5 January 2020");
}

TEST_CASE("dates without anything around them stay as they are") {
    for (const char* text :
         {"", "2020-01-05", "Jan 5, 2020", "Datejust", "On", "Published", "/Date(1578218400000)",
          "2020-01-05T10:00[Europe/Paris]", "2020-01-05[UTC]", "[UTC]", "]"}) {
        INFO(text);
        CHECK(bare_date(text) == text);
    }
}

TEST_CASE("days of ISO weeks are days of the calendar") {
    CHECK(week_date_in_calendar("2020-W01-7") == "2020-01-05");
    CHECK(week_date_in_calendar("2020-W01-1") == "2019-12-30");
    CHECK(week_date_in_calendar("2020-W53-5") == "2021-01-01");
    CHECK(week_date_in_calendar("2021-W01-1T10:00Z") == "2021-01-04T10:00Z");
    CHECK(week_date_in_calendar("1969-W01-3") == "1969-01-01");
    for (const char* text : {"2021-W53-1", "2020-W00-1", "2020-W01-8", "2020-W01-0", "2020-W01",
                             "2020-01-05", "2020-X01-7", ""}) {
        INFO(text);
        CHECK_FALSE(week_date_in_calendar(text));
    }
}
