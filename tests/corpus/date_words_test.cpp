#include "corpus/date_words.hpp"

#include "tests/catch.hpp"

#include <string>

using namespace dateline;

TEST_CASE("the English name of a month, and its first three letters, are that month") {
    for (std::uint32_t month = 1; month <= 12; ++month) {
        std::string name(month_name(month));
        name.front() = static_cast<char>(name.front() + 0x20);
        CHECK(month_number(name) == month);
        CHECK(month_number(name.substr(0, 3)) == month);
    }
}

TEST_CASE("months are known in seven languages") {
    for (const std::string_view march : {"march", "märz", "mars", "marzo", "março", "maart"})
        CHECK(month_number(march) == 3);
    for (const std::string_view october : {"oktober", "octobre", "octubre", "ottobre", "outubro"})
        CHECK(month_number(october) == 10);
    CHECK_FALSE(month_number("marches"));
    CHECK_FALSE(month_number("ja"));
    CHECK_FALSE(month_number(""));
}

TEST_CASE("weekdays and fillers are no months") {
    for (const std::string_view day :
         {"sunday", "tues", "dienstag", "jeudi", "miércoles", "feira"}) {
        CHECK(is_weekday(day));
        CHECK_FALSE(month_number(day));
    }
    CHECK(is_date_filler("of"));
    CHECK_FALSE(is_date_filler("off"));
}

TEST_CASE("months of Hungarian and the short forms of Greek feeds are known") {
    CHECK(month_number("j\u00falius") == 7U);
    CHECK(month_number("szeptember") == 9U);
    CHECK(month_number("\u0399\u03bf\u03cd\u03bb") == 7U);
    CHECK(is_weekday("\u039a\u03c5\u03c1"));
}

TEST_CASE("months are known in every language that is stemmed, as dates print them") {
    for (const std::string_view december :
         {"aralık",   "aralik",      "joulukuuta", "grudnia", "prosince", "декабря", "δεκεμβρίου",
          "desember", "decembrie",   "desembre",   "abendua", "gruodžio", "nollaig", "դեկտեմբերի",
          "ديسمبر",   "كانون الأول", "दिसंबर",      "டிசம்பர்",  "децембар", "грудня",  "prosinca"})
        CHECK(month_number(december) == 12);
    CHECK(month_number("tammikuuta") == 1);
    CHECK(month_number("września") == 9);
    CHECK(month_number("Σεπτεμβρίου") == 9);
    CHECK(month_number("ekim") == 10);
}

TEST_CASE("a name that is another month in another language is none") {
    for (const std::string_view name : {"listopad", "listopada", "lip", "lis", "srp"})
        CHECK_FALSE(month_number(name));
    CHECK(month_number("listopadu") == 11);
    CHECK(month_number("srpna") == 8);
    CHECK(month_number("srpnja") == 7);
}

TEST_CASE("weekdays are known in every language that is stemmed") {
    for (const std::string_view tuesday :
         {"salı", "tiistaina", "wtorek", "úterý", "вторник", "Τρίτη", "tisdag", "tirsdag", "kedd",
          "marți", "dimarts", "selasa", "الثلاثاء", "asteartea", "antradienis", "mardi"})
        CHECK(is_weekday(tuesday));
}
