#include "corpus/formats/trec_date.hpp"

#include <string>

#include "tests/catch.hpp"
#include "tests/corpus/reading.hpp"

using namespace dateline;

namespace {

DateReading reading_of(const std::string& text, const std::string& docno = "") {
    return read_trec_date(text, read_trec_docno(docno), docno, test::read_options().dates);
}

std::string day_of(const std::string& text, const std::string& docno = "") {
    return iso_date(reading_of(text, docno).date);
}

}  // namespace

TEST_CASE("dates are read in all the ways of TREC's collections") {
    CHECK(day_of("890101") == "1989-01-01");
    CHECK(day_of("01-Jan-89") == "1989-01-01");
    CHECK(day_of("01/30/03") == "2003-01-30");
    CHECK(day_of("January 1, 1989, Sunday, Home Edition") == "1989-01-01");
    CHECK(day_of("Thursday, January 3, 1991 00003067,SJ1") == "1991-01-03");
    CHECK(day_of("1 March 1994") == "1994-03-01");
    CHECK(day_of("1998-06-01 00:10") == "1998-06-01T00:10:00Z");
    CHECK(reading_of("890101").date.raw == "890101");
}

TEST_CASE("the id settles what is ambiguous, and speaks where nothing else does") {
    CHECK(day_of("03/04/87", "WSJ870304-0001") == "1987-03-04");
    CHECK(day_of("03/04/87", "XY870403-0001") == "1987-04-03");
    CHECK(reading_of("03/04/87").problem == DateProblem::ambiguous);
    CHECK(day_of("", "AP880212-0001") == "1988-02-12");
    CHECK(reading_of("", "AP880212-0001").date.raw == "AP880212-0001");
    CHECK(day_of("no date", "AP880212-0001") == "1988-02-12");
    CHECK(reading_of("").problem == DateProblem::missing);
    CHECK(reading_of("", "AP881399-0001").problem == DateProblem::missing);
}

TEST_CASE("what is no date stays none, with its text") {
    CHECK(reading_of("31 February 1990").problem == DateProblem::impossible);
    CHECK(reading_of("02/30/87").problem == DateProblem::impossible);
    CHECK(!describe(reading_of("02/30/87")).empty());
    CHECK(reading_of("Home Edition").date.raw == "Home Edition");
}
