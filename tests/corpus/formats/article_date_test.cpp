#include "corpus/formats/article_date.hpp"

#include "tests/catch.hpp"
#include "tests/corpus/reading.hpp"

using namespace dateline;

TEST_CASE("only a date that is there and cannot be read is worth a warning") {
    const DateOptions options = test::read_options().dates;
    CHECK(date_warning(read_date("5 January 2020", options)).empty());
    CHECK(date_warning(read_date("", options)).empty());
    for (const char* text : {"31 February 2020", "5/1/2020", "1 May 1066", "yesterday"}) {
        const DateReading reading = read_date(text, options);
        const std::string warning = date_warning(reading);
        CAPTURE(warning);
        CHECK(warning.find(text) != std::string::npos);
        CHECK(warning.find(describe(reading)) != std::string::npos);
        const bool names_option = warning.find("--date-order") != std::string::npos;
        CHECK(names_option == (reading.problem == DateProblem::ambiguous));
    }
}
