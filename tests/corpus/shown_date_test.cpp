#include "corpus/shown_date.hpp"

#include "tests/catch.hpp"

using namespace dateline;

namespace {

DateOptions dates() {
    DateOptions options;
    options.today = 20'000;
    return options;
}

std::string found(const std::optional<DateReading>& reading) {
    return reading ? iso_date(reading->date) : "none";
}

}  // namespace

TEST_CASE("a line has parts between its separators") {
    CHECK(parts_of_shown_line("By A. B. | 5 May 2020") ==
          std::vector<std::string>{"By A. B. | 5 May 2020", "By A. B.", "5 May 2020"});
}

TEST_CASE("a shown date is a line, a part of it, or behind a label") {
    CHECK(found(read_shown_date("5 May 2020", dates())) == "2020-05-05");
    CHECK(found(read_shown_date("25.10.2022 - Mara Ellis", dates())) == "2022-10-25");
    CHECK(found(read_shown_date("Posted on Tuesday, 5 May 2020", dates())) == "2020-05-05");
    CHECK(found(read_shown_date("Chapter 5", dates())) == "none");
}

TEST_CASE("a date with its year is found within a line") {
    CHECK(found(find_shown_date("posted on 19. Mai 2010 at 23:03 in Books", dates())) ==
          "2010-05-19");
    CHECK(found(find_shown_date("By A. B., May 5, 2020, in Books", dates())) == "2020-05-05");
    CHECK(found(find_shown_date("in May with 2020 others", dates())) == "none");
    CHECK(found(find_shown_date("since 2020", dates())) == "none");
}

TEST_CASE("a line of nothing but a date has a short label at most") {
    CHECK(is_date_line("January 5, 1998", dates()));
    CHECK(is_date_line("Posted: January 5, 1998", dates()));
    CHECK_FALSE(is_date_line("The vote was held on January 5, 1998", dates()));
    CHECK_FALSE(is_date_line("1998", dates()));
}
