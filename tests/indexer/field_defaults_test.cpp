#include "indexer/field_defaults.hpp"

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("a default fills what is empty and changes nothing else") {
    Article article;
    article.section = "Sport";
    const FieldDefaults defaults{"Daily", "World", "Bern", "de"};
    const Article filled = with_defaults(article, defaults);
    CHECK(filled.source == "Daily");
    CHECK(filled.section == "Sport");
    CHECK(filled.place == "Bern");
    CHECK(filled.language == "de");
    CHECK(filled.provenance.of(ArticleField::place) == Provenance::option);
    CHECK(filled.provenance.of(ArticleField::section) == Provenance::record);
    CHECK(with_defaults(article, {}) == article);
}
