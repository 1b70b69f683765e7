#include "corpus/byline.hpp"

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("lines that name authors, in several languages") {
    const auto check = [](std::string_view line, std::string_view authors) {
        INFO(line);
        CHECK(is_byline(line));
        CHECK(authors_of(line) == authors);
    };
    check("By A. B.", "A. B.");
    check("By Jane Doe and John Roe", "Jane Doe and John Roe");
    check("By Jane Doe, Reuters", "Jane Doe, Reuters");
    check("By Jane Doe and J. R. Roe in Baghdad", "Jane Doe and J. R. Roe in Baghdad");
    check("BY JANE DOE", "JANE DOE");
    check("by Ana Sá", "Ana Sá");
    check("Von Max Muster", "Max Muster");
    check("Par Anne Petit", "Anne Petit");
    check("Por Ana García", "Ana García");
}

TEST_CASE("sentences are no bylines") {
    for (const char* line :
         {"By then it was over.", "By noon the square was full", "By Monday it was over",
          "By a 5-4 vote, the court ruled", "By 1000 GMT", "BY THE NUMBERS", "By ", "Von Berlin",
          "Par exemple", "Por favor", "Jane Doe", "", "By any measure",
          "BY ANY MEANS NECESSARY:", "By Ann Lee and Bob Roe said that everything was over."}) {
        INFO(line);
        CHECK_FALSE(is_byline(line));
    }
}
