#include "corpus/formats/csv_columns.hpp"

#include "tests/catch.hpp"

using namespace dateline;

namespace {

using Cells = std::vector<std::string_view>;

std::vector<std::size_t> numbers(const CsvColumns& columns, ArticleField field) {
    std::vector<std::size_t> numbers;
    for (const CsvColumn& column : columns.of(field)) numbers.push_back(column.number);
    return numbers;
}

using Numbers = std::vector<std::size_t>;

}  // namespace

TEST_CASE("columns have the names that JSON keys have, in any spelling") {
    const CsvColumns columns =
        csv_columns(Cells{"", "Summary", "pub_date", "Title", "articleBody", "x"}, {});
    CHECK(columns.problem.empty());
    CHECK(columns.has_header);
    CHECK(columns.count == 6);
    CHECK(numbers(columns, ArticleField::headline) == Numbers{3});
    CHECK(numbers(columns, ArticleField::date) == Numbers{2});
    CHECK(numbers(columns, ArticleField::body) == Numbers{4, 1});
    CHECK(numbers(columns, ArticleField::id).empty());
}

TEST_CASE("a map names columns, which then are nothing else") {
    const FieldMap map = read_field_map(R"({"headline": "text", "body": ["Lead", "Brød"]})", "map");
    const CsvColumns columns = csv_columns(Cells{"text", "Brød", "content", "nr"}, map);
    CHECK(columns.problem.empty());
    CHECK(numbers(columns, ArticleField::headline) == Numbers{0});
    CHECK(numbers(columns, ArticleField::body) == Numbers{1, 2});
    CHECK(columns.of(ArticleField::body)[0].path == 2);
    CHECK_FALSE(columns.of(ArticleField::body)[1].path);
}

TEST_CASE("numbers of columns are for files without a header, and work with one") {
    const FieldMap map = read_field_map(R"({"headline": "2", "body": "3"})", "map");
    const CsvColumns bare = csv_columns(Cells{"3", "Oil falls", "Oil fell."}, map);
    CHECK_FALSE(bare.has_header);
    CHECK(numbers(bare, ArticleField::headline) == Numbers{1});
    CHECK(numbers(bare, ArticleField::body) == Numbers{2});
    const CsvColumns headed = csv_columns(Cells{"id", "name", "title", "date"}, map);
    CHECK(headed.has_header);
    CHECK(numbers(headed, ArticleField::id) == Numbers{0});
    CHECK(numbers(headed, ArticleField::body) == Numbers{2});
    CHECK_FALSE(csv_columns(Cells{"3", "Oil falls"}, read_field_map(R"({"body": "9"})", "map"))
                    .problem.empty());
}

TEST_CASE("without a column for a text the columns are listed") {
    const CsvColumns columns = csv_columns(Cells{"id", "kop", "brød\xE9"}, {});
    CHECK(columns.problem.find("\"id\", \"kop\", ") != std::string::npos);
    CHECK(columns.problem.find("--map") != std::string::npos);
    CHECK(count_known_columns(Cells{"id", "date", "kop"}) == 0);
    CHECK(count_known_columns(Cells{"id", "date", "kop", "body"}) == 3);
    const std::string longer(100, 'x');
    CHECK(csv_columns(Cells{longer}, {})
              .problem.find("(first row: \"" + std::string(30, 'x') + "...\")") !=
          std::string::npos);
}
