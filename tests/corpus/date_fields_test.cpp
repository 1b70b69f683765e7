#include "corpus/date_fields.hpp"

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("fields keep numbers as printed, unchecked") {
    const auto fields = read_date_fields("99 February 0001 77:88:99 pm");
    REQUIRE(fields);
    CHECK(fields->day == 99U);
    CHECK(fields->month == 2U);
    CHECK(fields->year->value == 1);
    CHECK(fields->time->hour == 77);
    CHECK(fields->time->minute == 88);
    CHECK(fields->time->second == 99);
    CHECK(fields->time->half == HalfDay::pm);
}

TEST_CASE("two numbers before a year keep their places") {
    for (const std::string_view text : {"5/1/2020", "5.1.2020", "5-1-2020"}) {
        const auto fields = read_date_fields(text);
        REQUIRE(fields);
        REQUIRE(fields->numbers);
        CHECK(fields->numbers->first == 5);
        CHECK(fields->numbers->second == 1);
        CHECK_FALSE(fields->month);
    }
}

TEST_CASE("only the day of mail may have a year of two digits") {
    CHECK(read_date_fields("05 Jan 20")->is_mail_day);
    CHECK_FALSE(read_date_fields("Jan 05 20")->is_mail_day);
    CHECK_FALSE(read_date_fields("05 January 20")->is_mail_day);
    CHECK_FALSE(read_date_fields("05 Jan. 20")->is_mail_day);
}

TEST_CASE("no field is given twice, and nothing is left over") {
    for (const std::string_view text :
         {"5 January 2020 2021", "January February 2020", "5 January 6 2020 7", "10:05 11:05",
          "5 January 2020 news", "5,,1 2020", "2020,", ", 2020", "2020-01-05T", "2020-W01-1",
          "2020-005", "5 January 2020 (soon)", "5 January 2020 (EST", "", "   ", "..."})
        CHECK_FALSE(read_date_fields(text));
}

TEST_CASE("a long text is no date, however it begins") {
    CHECK_FALSE(read_date_fields("5 January 2020" + std::string(200, ' ')));
}
