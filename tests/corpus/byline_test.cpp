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
    check("Von Hans Müller, dpa", "Hans Müller, dpa");
    check("Von Hans Müller und Max Muster, dpa/lsw", "Hans Müller und Max Muster, dpa/lsw");
    check("Par Anne Petit", "Anne Petit");
    check("Por Ana García", "Ana García");
}

TEST_CASE("sentences are no bylines") {
    for (const char* line :
         {"By then it was over.", "By noon the square was full", "By Monday it was over",
          "Von Berlin, dpa", "By a 5-4 vote, the court ruled", "By 1000 GMT", "BY THE NUMBERS",
          "By ", "Von Berlin", "Par exemple", "Por favor", "Jane Doe", "", "By any measure",
          "BY ANY MEANS NECESSARY:", "By Ann Lee and Bob Roe said that everything was over."}) {
        INFO(line);
        CHECK_FALSE(is_byline(line));
    }
}

TEST_CASE("the word that introduces authors is that of the language") {
    CHECK(without_introduction("Von Max Muster", "de") == "Max Muster");
    CHECK(without_introduction("VON MAX MUSTER", "de") == "MAX MUSTER");
    CHECK(without_introduction("Par Anne Petit et Luc Roy", "fr") == "Anne Petit et Luc Roy");
    CHECK(without_introduction("Por Ana Ruiz", "es") == "Ana Ruiz");
    CHECK(without_introduction("da Mario Rossi", "it") == "Mario Rossi");
    CHECK(without_introduction("Di: Mario Rossi", "it") == "Mario Rossi");
    CHECK(without_introduction("av Nils Holm", "sv") == "Nils Holm");
    CHECK(without_introduction("Von: Max Muster", "de") == "Max Muster");
    CHECK(without_introduction("Von Max Muster, dpa", "de") == "Max Muster, dpa");
}

TEST_CASE("names that begin like an introduction stay whole") {
    CHECK(without_introduction("Von Trapp", "de") == "Von Trapp");
    CHECK(without_introduction("Von Miller Jones", "en") == "Von Miller Jones");
    CHECK(without_introduction("Da Silva Santos", "pt") == "Da Silva Santos");
    CHECK(without_introduction("Da Vinci", "it") == "Da Vinci");
    CHECK(without_introduction("Di Maio Luigi", "it") == "Di Maio Luigi");
    CHECK(without_introduction("Da Costa Maria Elena", "it") == "Da Costa Maria Elena");
    CHECK(without_introduction("Per Olov Enquist", "ca") == "Per Olov Enquist");
    CHECK(without_introduction("Von Trapp, dpa", "de") == "Von Trapp, dpa");
    CHECK(without_introduction("Von", "de") == "Von");
    CHECK(without_introduction("Max Muster", "de") == "Max Muster");
    CHECK(without_introduction("", "de").empty());
}
