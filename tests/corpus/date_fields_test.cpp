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

TEST_CASE("the signs of East Asia stand for year, month and day, its halves before the time") {
    for (const std::string_view text : {"2004\u5e745\u670828\u65e5 \u5348\u5f8c11:23",
                                        "2004\ub144 05\uc6d4 28\uc77c \uc624\ud6c4 11:23:00"}) {
        CAPTURE(text);
        const auto fields = read_date_fields(text);
        REQUIRE(fields);
        CHECK(fields->year->value == 2004);
        CHECK(fields->month == 5U);
        CHECK(fields->day == 28U);
        CHECK(fields->time->hour == 11);
        CHECK(fields->time->half == HalfDay::pm);
    }
    CHECK(read_date_fields("2004\u5e745\u6708")->month == 5U);
    CHECK(read_date_fields("2004\u5e745\u670828\u65e5")->day == 28U);
}

TEST_CASE("an hour of one digit may stand after a T") {
    CHECK(read_date_fields("2004-01-13T9:15-05:00")->time->hour == 9);
    CHECK_FALSE(read_date_fields("2004-01-13T9"));
}
