#include "corpus/formats/csv_article.hpp"

#include "tests/catch.hpp"
#include "tests/corpus/reading.hpp"

using namespace dateline;

namespace {

using Cells = std::vector<std::string_view>;

CsvReading read(const Cells& header, const Cells& row) {
    return read_csv_row(row, csv_columns(header, {}), test::read_options());
}

}  // namespace

TEST_CASE("every field of a row") {
    const CsvReading reading =
        read({"guid", "link", "headline", "date", "text", "author", "publisher", "category", "lang",
              "location"},
             {"7", "https://example.com/7", "Oil  falls", "5 January 2020", "One.\n\nTwo.",
              "By Jane Doe", "Desk", "Markets", "English", "Oslo"});
    REQUIRE(reading.article);
    const Article& article = *reading.article;
    CHECK(article.id == "7");
    CHECK(article.url == "https://example.com/7");
    CHECK(article.headline == "Oil falls");
    CHECK(iso_date(article.date) == "2020-01-05");
    CHECK(article.body == "One.\n\nTwo.");
    CHECK(article.byline == "Jane Doe");
    CHECK(article.source == "Desk");
    CHECK(article.section == "Markets");
    CHECK(article.language == "en");
    CHECK(article.place == "Oslo");
    CHECK(reading.warnings.empty());
}

TEST_CASE("the first column that is not empty counts") {
    const CsvReading reading = read({"title", "description", "content"}, {"A", "Sum.", "NULL"});
    CHECK(reading.article.value().body == "Sum.");
    for (const char* cell : {"", " \t", "NULL", "null", "\\N", "nan", "NaN", "None"})
        CHECK(is_empty_cell(cell));
    CHECK_FALSE(is_empty_cell("None so far"));
    CHECK(read({"title", "content"}, {"nan", " "}).problem == "has neither headline nor body");
}

TEST_CASE("HTML becomes text") {
    const CsvReading reading =
        read({"title", "content"}, {"AT&amp;T", "<p>One &amp; only.</p><p>Two.</p>"});
    CHECK(reading.article.value().headline == "AT&T");
    CHECK(reading.article.value().body == "One & only.\n\nTwo.");
}

TEST_CASE("lists and numbers as Python's tables write them") {
    const CsvReading reading =
        read({"title", "authors", "categories", "date"},
             {"A", "['Jane Doe', \"Rory O'Neil\"]", "['World', 'Asia']", "1577836800.0"});
    CHECK(reading.article.value().byline == "Jane Doe, Rory O'Neil");
    CHECK(reading.article.value().section == "World");
    CHECK(reading.article.value().date.instant == 1577836800);
    CHECK(read({"title", "authors"}, {"A", "[sic] Doe]"}).article.value().byline == "[sic] Doe]");
}

TEST_CASE("a date that is none is a warning") {
    const CsvReading reading = read({"title", "date"}, {"A", "31 February 2020"});
    CHECK(reading.article);
    REQUIRE(reading.warnings.size() == 1);
    CHECK(reading.warnings[0].find("31 February 2020") != std::string::npos);
}

TEST_CASE("rows of another length are taken where their text is sure") {
    const Cells header{"id", "title", "content", "date", "url"};
    const CsvReading shorter = read(header, {"1", "A", "Text."});
    CHECK(shorter.article.value().body == "Text.");
    CHECK(shorter.warnings ==
          std::vector<std::string>{"3 columns where the header has 5; the last are missing"});
    CHECK(read(header, {"1", "A", "Text.", "2020", "", "", ""}).warnings.empty());
    CHECK(read(header, {"1", "A"}).problem == "2 columns where the header has 5");
    CHECK(read(header, {"1", "A"}).is_fragment);
    const CsvReading longer = read(header, {"1", "A", "Text", " and more", "2020", "x"});
    CHECK(longer.problem == "6 columns where the header has 5: a delimiter outside quotes");
    CHECK_FALSE(longer.is_fragment);
}
