#include "corpus/formats/xml_article.hpp"

#include <array>

#include "tests/catch.hpp"
#include "tests/corpus/reading.hpp"

using namespace dateline;

TEST_CASE("the first text that is a date is the date") {
    const DateOptions options = test::read_options().dates;
    const std::array<std::string, 3> texts{"", "soon", "2019-03-11"};
    CHECK(iso_date(choose_date(texts, options).date) == "2019-03-11");
    CHECK(choose_date(texts, options).warning.empty());
}

TEST_CASE("where no text is a date, the first is warned of") {
    const DateOptions options = test::read_options().dates;
    const std::array<std::string, 3> texts{"", "31 Feb 2019", "soon"};
    const ChosenDate chosen = choose_date(texts, options);
    CHECK(chosen.date.raw == "31 Feb 2019");
    CHECK(chosen.warning.find("impossible") != std::string::npos);
    CHECK(choose_date({}, options).warning.empty());
}

TEST_CASE("a dateline's place is what stands before day and agency") {
    CHECK(dateline_place("MOSCOW, Monday (Reuters)") == "MOSCOW");
    CHECK(dateline_place("NEW YORK, Oct. 21 (AP) -") == "NEW YORK");
    CHECK(dateline_place("Washington, D.C., 4 July") == "Washington, D.C.");
    CHECK(dateline_place("WASHINGTON 1996-08-20") == "WASHINGTON");
    CHECK(dateline_place("PORT ELLERY -") == "PORT ELLERY");
    CHECK(dateline_place("March 11").empty());
    CHECK(dateline_place("").empty());
}

TEST_CASE("names stand before or behind addresses") {
    CHECK(name_beside_address("ed@harbour.example (Otis Penn)") == "Otis Penn");
    CHECK(name_beside_address("Otis Penn (ed@harbour.example)") == "Otis Penn");
    CHECK(name_beside_address("Otis Penn <ed@harbour.example>") == "Otis Penn");
    CHECK(name_beside_address("ed@harbour.example") == "ed@harbour.example");
    CHECK(name_beside_address("Otis Penn (Port Ellery)") == "Otis Penn (Port Ellery)");
}

TEST_CASE("without headline and text there is no article") {
    CHECK(reading_of(Article(), "an entry").skip == "an entry without headline and text");
    Article article;
    article.body = "Text.";
    CHECK(reading_of(std::move(article), "an entry").article);
}
