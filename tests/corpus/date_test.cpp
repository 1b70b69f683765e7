#include "corpus/date.hpp"

#include "corpus/date_words.hpp"
#include "tests/catch.hpp"

#include <fmt/format.h>
#include <cmath>
#include <cstdlib>
#include <random>
#include <utility>
#include <vector>

using namespace dateline;

namespace {

const Day today = *day_number({2020, 6, 1});

DateReading read(std::string_view text, DateOrder order = DateOrder::unknown) {
    return read_date(text, {.order = order, .zone_minutes = 0, .today = today});
}

std::string iso(std::string_view text, DateOrder order = DateOrder::unknown) {
    const DateReading reading = read(text, order);
    return reading.problem == DateProblem::none ? iso_date(reading.date)
                                                : std::string(describe(reading));
}

struct Form {
    const char* text;
    const char* iso;
};

}  // namespace

TEST_CASE("every day from 1500 to next year is read back from each way to print it") {
    for (Day day = *day_number({1500, 1, 1}); day <= *day_number({2021, 12, 31}); ++day) {
        const CalendarDay c = calendar_day(day);
        const std::string_view month = month_name(c.month);
        for (const std::string& text :
             {iso_day(day), fmt::format("{} {} {}", c.day, month, c.year),
              fmt::format("{}. {}, {}", month.substr(0, 3), c.day, c.year),
              fmt::format("{:04}{:02}{:02}", c.year, c.month, c.day)}) {
            const DateReading reading = read(text);
            if (reading.date.day != day || reading.date.precision != DatePrecision::day)
                FAIL(text << ' ' << describe(reading));
        }
    }
}

TEST_CASE("an ISO date of any precision is read and printed back the same") {
    std::mt19937 random(1);
    const auto number = [&](int from, int to) {
        return from + static_cast<int>(random() % static_cast<unsigned>(to - from + 1));
    };
    for (int i = 0; i < 20000; ++i) {
        const std::string day = iso_day(number(-100000, 18000));
        const int zone = number(-14 * 60, 14 * 60);
        const std::string offset = zone == 0
                                       ? "Z"
                                       : fmt::format("{}{:02}:{:02}", zone < 0 ? '-' : '+',
                                                     std::abs(zone) / 60, std::abs(zone) % 60);
        const std::string time =
            fmt::format("T{:02}:{:02}:{:02}", number(0, 23), number(0, 59), number(0, 59));
        for (const std::string& text :
             {day.substr(0, 4), day.substr(0, 7), day, day + time + offset})
            if (iso(text) != text) FAIL(text << " became " << iso(text));
    }
}

TEST_CASE("dates are read in the forms that newspapers and feeds print") {
    const std::vector<Form> forms = {
        {"31 Aralık 2019", "2019-12-31"},
        {"31 ARALIK 2019 SALI 14:00", "2019-12-31T14:00:00Z"},
        {"31. joulukuuta 2019 klo 12.30", "2019-12-31T12:30:00Z"},
        {"5. tammikuuta 2020", "2020-01-05"},
        {"5 stycznia 2020 r.", "2020-01-05"},
        {"5 января 2020 года", "2020-01-05"},
        {"Κυριακή, 5 Ιανουαρίου 2020", "2020-01-05"},
        {"den 5 januari 2020 kl. 10.05", "2020-01-05T10:05:00Z"},
        {"søndag 5. januar 2020 kl. 10:05", "2020-01-05T10:05:00Z"},
        {"2020. január 5.", "2020-01-05"},
        {"2020 m. sausio 5 d.", "2020-01-05"},
        {"5 d'abril de 2020", "2020-04-05"},
        {"5 d\u2019abril del 2020", "2020-04-05"},
        {"Minggu, 5 Januari 2020 pukul 10.05", "2020-01-05T10:05:00Z"},
        {"الأحد، ٥ كانون الثاني ٢٠٢٠", "2020-01-05"},
        {"5 يناير 2020", "2020-01-05"},
        {"५ जनवरी २०२०", "2020-01-05"},
        {"mar. 7 janv. 2020", "2020-01-07"},
        {"mar, 7 ene 2020 10:05:00 +0100", "2020-01-07T10:05:00+01:00"},
        {"5 Oca 2020, Paz", "2020-01-05"},
        {"Tue, 3 Mar 2020 10:05:00 +0000", "2020-03-03T10:05:00Z"},
        {"2020-01-05T10:05:33.120Z", "2020-01-05T10:05:33Z"},
        {"2020-01-05T10:05:33,5+02:00", "2020-01-05T10:05:33+02:00"},
        {"2020-01-05 10:05:33 -0500", "2020-01-05T10:05:33-05:00"},
        {"2020-01-05T10:05+02", "2020-01-05T10:05:00+02:00"},
        {"20200105T101500Z", "2020-01-05T10:15:00Z"},
        {"20200105T1015-0500", "2020-01-05T10:15:00-05:00"},
        {"20200105101500", "2020-01-05T10:15:00Z"},
        {"2020/01/05", "2020-01-05"},
        {"2020-01-05+02:00", "2020-01-05"},
        {"2020-1-5", "2020-01-05"},
        {"Sun, 05 Jan 2020 10:05:33 GMT", "2020-01-05T10:05:33Z"},
        {"05 Jan 2020 10:05 EST", "2020-01-05T10:05:00-05:00"},
        {"05 Jan 20 10:05 PDT", "2020-01-05T10:05:00-07:00"},
        {"Sun, 05 Jan 2020 10:05:33 -0500 (EST)", "2020-01-05T10:05:33-05:00"},
        {"Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06T08:49:37Z"},
        {"Sun Nov  6 08:49:37 1994", "1994-11-06T08:49:37Z"},
        {"Sun Jan 05 10:05:00 +0000 2020", "2020-01-05T10:05:00Z"},
        {"5 January 2020", "2020-01-05"},
        {"5th January 2020", "2020-01-05"},
        {"the 5th of January, 2020", "2020-01-05"},
        {"January 5, 2020", "2020-01-05"},
        {"Sunday, January 5, 2020", "2020-01-05"},
        {"Jan. 5, 2020", "2020-01-05"},
        {"Sept. 5, 2019", "2019-09-05"},
        {"JAN 5, 1987", "1987-01-05"},
        {"January 5, 2020 at 3:30 p.m. ET", "2020-01-05T15:30:00-05:00"},
        {"July 6, 2015 | 3.30pm PT", "2015-07-06T15:30:00-07:00"},
        {"12:05 AM, January 5, 2020", "2020-01-05T00:05:00Z"},
        {"12 pm, January 5, 2020", "2020-01-05T12:00:00Z"},
        {"5\u00A0January\u202F2020", "2020-01-05"},
        {"26-FEB-1987 15:01:01.79", "1987-02-26T15:01:01Z"},
        {"January 2020", "2020-01"},
        {"1/2020", "2020-01"},
        {"2020", "2020"},
        {"5. Januar 2020", "2020-01-05"},
        {"Donnerstag, 5. März 2020, 10.05 Uhr", "2020-03-05T10:05:00Z"},
        {"1er février 2020 à 10h05", "2020-02-01T10:05:00Z"},
        {"1ER FÉVRIER 2020", "2020-02-01"},
        {"5 de enero de 2020", "2020-01-05"},
        {"segunda-feira, 6 de janeiro de 2020 às 10h", "2020-01-06T10:00:00Z"},
        {"5 gennaio 2020", "2020-01-05"},
        {"zondag 5 mei 2019", "2019-05-05"},
        {"1578220000", "2020-01-05T10:26:40Z"},
        {"1578220000.75", "2020-01-05T10:26:40Z"},
        {"1578220000123", "2020-01-05T10:26:40Z"},
        {"123456789", "1973-11-29T21:33:09Z"},
        {"2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"},
    };
    for (const Form& form : forms) {
        INFO(form.text);
        CHECK(iso(form.text) == form.iso);
    }
}

TEST_CASE("the day is the one printed, whatever the zone") {
    const DateReading late = read("2020-01-05T23:30:00-05:00");
    const DateReading early = read("2020-01-06T00:30:00+02:00");
    CHECK(iso_day(late.date.day) == "2020-01-05");
    CHECK(iso_day(early.date.day) == "2020-01-06");
    CHECK(late.date.instant > early.date.instant);
    CHECK(late.date.zone_minutes == -300);
}

TEST_CASE("times and instants without a zone are in the stated one") {
    const DateOptions options{.order = DateOrder::unknown, .zone_minutes = 120, .today = today};
    CHECK(iso_date(read_date("2020-01-05 10:00", options).date) == "2020-01-05T10:00:00+02:00");
    CHECK(iso_date(read_date("2020-01-05 10:00 GMT", options).date) == "2020-01-05T10:00:00Z");
    CHECK(iso_date(read_date("1578262200", options).date) == "2020-01-06T00:10:00+02:00");
    CHECK(read_date("2020-01-05", options).date.instant == 18266LL * 86400 - 7200);
}

TEST_CASE("5/1/2020 is read in the stated order, and only then") {
    CHECK(read("5/1/2020").problem == DateProblem::ambiguous);
    CHECK(read("5.1.2020").problem == DateProblem::ambiguous);
    CHECK(read("5/0/2020").problem == DateProblem::impossible);
    CHECK(read("0/5/2020").problem == DateProblem::impossible);
    CHECK(read("5/1/2020", DateOrder::year_month_day).problem == DateProblem::ambiguous);
    CHECK(iso("5/1/2020", DateOrder::day_month_year) == "2020-01-05");
    CHECK(iso("5/1/2020", DateOrder::month_day_year) == "2020-05-01");
    CHECK(iso("5-1-2020 10:05", DateOrder::day_month_year) == "2020-01-05T10:05:00Z");
}

TEST_CASE("a number over 12 tells the order, but never against a stated one") {
    CHECK(iso("13/1/2020") == "2020-01-13");
    CHECK(iso("1/13/2020") == "2020-01-13");
    CHECK(iso("5/5/2020") == "2020-05-05");
    CHECK(iso("2020/01/05", DateOrder::day_month_year) == "2020-01-05");
    CHECK(read("1/13/2020", DateOrder::day_month_year).problem == DateProblem::impossible);
    CHECK(read("31/2/2020").problem == DateProblem::impossible);
}

TEST_CASE("each problem is named, and described in one clause") {
    const std::vector<std::tuple<const char*, DateProblem, const char*>> cases = {
        {"", DateProblem::missing, "is missing"},
        {" \n", DateProblem::missing, "is missing"},
        {"yesterday", DateProblem::unreadable, "is in no form of a date that is known"},
        {"Jan. 5", DateProblem::incomplete, "has no year"},
        {"5/1", DateProblem::unreadable, "has no year"},
        {"10:05", DateProblem::unreadable, "has no day"},
        {"Sunday", DateProblem::unreadable, "has no day"},
        {"January 2020 10:05", DateProblem::unreadable, "is not a whole date"},
        {"5 Jan 20", DateProblem::incomplete, "has a year of only two digits"},
        {"5/1/20", DateProblem::incomplete, "has a year of only two digits"},
        {"31 February 2020", DateProblem::impossible, "is impossible: no 31 February in 2020"},
        {"2019-02-29", DateProblem::impossible, "is impossible: no 29 February in 2019"},
        {"2020-13-01", DateProblem::impossible, "is impossible: no such month"},
        {"0000-00-00 00:00:00", DateProblem::impossible, "is impossible: no such month"},
        {"31/2/2020", DateProblem::impossible, "is impossible: the calendar has no such day"},
        {"2020-01-05 25:00", DateProblem::impossible, "is impossible: no such time of day"},
        {"2020-01-05T24:00:01", DateProblem::impossible, "is impossible: no such time of day"},
        {"2021-W53-1", DateProblem::unreadable, "is in no form of a date that is known"},
        {"2020-01-05 10:00:60", DateProblem::impossible, "is impossible: no such time of day"},
        {"13:05 pm, 5 January 2020", DateProblem::impossible, "is impossible: no such time of day"},
        {"5/1/2020", DateProblem::ambiguous, "is ambiguous: 5 January or 1 May"},
        {"0001-01-01T00:00:00Z", DateProblem::out_of_range, "is before the year 1500"},
        {"31 December 1499", DateProblem::out_of_range, "is before the year 1500"},
        {"1 January 2022", DateProblem::out_of_range, "is after the end of next year"},
        {"9999999999", DateProblem::out_of_range, "is after the end of next year"},
    };
    for (const auto& [text, problem, description] : cases) {
        INFO(text);
        const DateReading reading = read(text);
        CHECK(reading.problem == problem);
        CHECK(describe(reading) == description);
        CHECK_FALSE(reading.date.known());
    }
    CHECK(describe(read("2020-01-05")) == "is 5 January 2020");
}

TEST_CASE("dates as programs and pages put them down") {
    CHECK(iso("/Date(1578218400000)/") == "2020-01-05T10:00:00Z");
    CHECK(iso("2020-01-05T24:00:00Z") == "2020-01-06T00:00:00Z");
    CHECK(iso("2019-12-31 24:00") == "2020-01-01T00:00:00Z");
    CHECK(iso("Published Jan 5, 2020") == "2020-01-05");
    CHECK(iso("Updated: 2020-01-05T10:00Z") == "2020-01-05T10:00:00Z");
    CHECK(iso("Date: 5/1/2020") == "is ambiguous: 5 January or 1 May");
    CHECK(iso("2020-W01-7") == "2020-01-05");
    CHECK(iso("2020-01-05T10:00:00Z[UTC]") == "2020-01-05T10:00:00Z");
    CHECK(iso("2020-01-05T10:00:00+01:00[Europe/Paris]") == "2020-01-05T10:00:00+01:00");
}

TEST_CASE("the raw text is kept, trimmed, with a problem or without") {
    CHECK(read("  Jan. 5, 2020\n").date.raw == "Jan. 5, 2020");
    CHECK(read(" 5/1/2020 ").date.raw == "5/1/2020");
}

TEST_CASE("no bytes make the reader of dates fail") {
    std::mt19937 random(7);
    const std::string_view letters = "0123456789//--::.. ,TZ+janpmMay()h\xC3\xA9\xE2\x80\x93";
    for (int i = 0; i < 100000; ++i) {
        std::string text;
        for (auto size = random() % 24; size > 0; --size)
            text += letters[random() % letters.size()];
        const DateReading reading = read(text);
        const bool has_date = reading.problem == DateProblem::none;
        if (reading.date.known() != has_date || describe(reading).empty()) FAIL(text);
        if (has_date && read(iso_date(reading.date)).date.instant != reading.date.instant)
            FAIL(text << " gave " << iso_date(reading.date));
    }
}

TEST_CASE("dates are printed for people to their precision") {
    CHECK(long_date(read("2020-01-05T10:00:00Z").date) == "5 January 2020");
    CHECK(long_date(read("2020-01").date) == "January 2020");
    CHECK(long_date(read("2020").date) == "2020");
    CHECK(long_date({}) == "undated");
    CHECK(iso_date({}).empty());
    CHECK(name_of(DatePrecision::none) == "none");
    CHECK(name_of(DatePrecision::time) == "time");
}

TEST_CASE("a period covers its first and last day") {
    const auto days = [](CalendarDay first, CalendarDay last) {
        return std::optional(DayRange{*day_number(first), *day_number(last)});
    };
    CHECK(read_period("2020") == days({2020, 1, 1}, {2020, 12, 31}));
    CHECK(read_period("2020-02") == days({2020, 2, 1}, {2020, 2, 29}));
    CHECK(read_period("2020-01-05") == days({2020, 1, 5}, {2020, 1, 5}));
    CHECK(read_period(" 5 January 2020 ") == days({2020, 1, 5}, {2020, 1, 5}));
    CHECK(read_period("Jan 5, 2020") == days({2020, 1, 5}, {2020, 1, 5}));
    CHECK(read_period("January 2020") == days({2020, 1, 1}, {2020, 1, 31}));
}

TEST_CASE("other forms and impossible days are no period") {
    for (const std::string_view text :
         {"", "5/1/2020", "2020/01/05", "20200105", "2020-1-5", "2020-02-30", "2020-13",
          "31 February 2020", "2020-01-05T10:00", "2020-01-05 10:00", "1578220000", "January 5",
          "Sunday, 5 January 2020", "5 Jan 20", "last week", "10:05"})
        CHECK_FALSE(read_period(text));
}

TEST_CASE("a zone is read whole or not at all") {
    CHECK(read_zone("+02:00") == 120);
    CHECK(read_zone(" -0530 ") == -330);
    CHECK(read_zone("Z") == 0);
    CHECK(read_zone("est") == -300);
    for (const std::string_view text : {"", "+02:00x", "Europe/Berlin", "ET", "+99:00"})
        CHECK_FALSE(read_zone(text));
}

TEST_CASE("years of two digits are of the century that the options name") {
    DateOptions options{.today = 20'000, .first_short_year = 1950};
    CHECK(iso_date(read_date("01-Jan-89", options).date) == "1989-01-01");
    CHECK(iso_date(read_date("01/30/03", options).date) == "2003-01-30");
    CHECK(iso_date(read_date("13/1/50", options).date) == "1950-01-13");
    CHECK(read_date("1/2/87", options).problem == DateProblem::ambiguous);
    const DateReading impossible = read_date("02/30/87", options);
    CHECK(impossible.problem == DateProblem::impossible);
    CHECK(describe(impossible).find("impossible") != std::string::npos);
    options.first_short_year = 0;
    CHECK(read_date("01-Jan-89", options).problem == DateProblem::incomplete);
}
