#include "corpus/article_completion.hpp"

#include "tests/catch.hpp"

using namespace dateline;

namespace {

DateOptions options() { return {.today = *day_number({2021, 6, 1})}; }

Article completed(Article article) { return complete_article(std::move(article), options()); }

Article with_body(std::string body) {
    Article article;
    article.id = "1";
    article.body = std::move(body);
    return article;
}

Article at_path(std::string path, std::string member = {}) {
    Article article = with_body("Nothing.");
    article.origin.path = std::move(path);
    article.origin.member = std::move(member);
    return article;
}

Article dated(const std::string& raw, std::string body) {
    Article article = with_body(std::move(body));
    article.date = read_date(raw, options()).date;
    return article;
}

}  // namespace

TEST_CASE("place, agency, authors and day come from the text, which stays as it is") {
    const std::string body = "By Jane Doe BAGHDAD, March 3, 2010 (Reuters) - Trainers left.";
    const Article article = completed(with_body(body));
    CHECK(article.body == body);
    CHECK(article.place == "Baghdad");
    CHECK(article.source == "Reuters");
    CHECK(article.byline == "Jane Doe");
    CHECK(iso_date(article.date) == "2010-03-03");
    CHECK(article.date.raw == "March 3, 2010");
    for (const ArticleField field :
         {ArticleField::place, ArticleField::source, ArticleField::byline, ArticleField::date})
        CHECK(article.provenance.of(field) == Provenance::text);
    CHECK(article.provenance.of(ArticleField::body) == Provenance::record);
}

TEST_CASE("what the record or --set says is kept") {
    Article given = dated("2010-03-04", "BAGHDAD, March 3, 2010 (Reuters) - Trainers left.");
    given.place = "Basra";
    given.source = "Daily";
    given.language = "de";
    given.provenance.set(ArticleField::source, Provenance::option);
    const Article article = completed(given);
    CHECK(article == given);
}

TEST_CASE("a summary or a byline may stand before the dateline") {
    const Article article =
        completed(with_body("By Jane Doe\n\nTrainers are gone.\n\nBAGHDAD (AP) — Trainers left."));
    CHECK(article.byline == "Jane Doe");
    CHECK(article.place == "Baghdad");
    CHECK(completed(with_body("A.\n\nB.\n\nC.\n\nBAGHDAD (AP) — D.")).place.empty());
}

TEST_CASE("a day without a year is a date only where the record has its year") {
    const std::string body = "BAGHDAD, Jan 5 (Reuters) - Trainers left.";
    CHECK_FALSE(completed(with_body(body)).date.known());
    CHECK_FALSE(completed(dated("in spring", body)).date.known());
    const Article decided = completed(dated("5/1/2020", body));
    CHECK(iso_date(decided.date) == "2020-01-05");
    CHECK(decided.date.raw == "5/1/2020");
    CHECK(decided.provenance.of(ArticleField::date) == Provenance::text);
    CHECK(iso_date(completed(dated("1/5/2020", body)).date) == "2020-01-05");
    CHECK_FALSE(completed(dated("7/3/2020", body)).date.known());
}

TEST_CASE("the folder of a plain text file is its section") {
    const auto section = [](std::string path, std::string member = {}) {
        return completed(at_path(std::move(path), std::move(member))).section;
    };
    CHECK(section("bbc/tech/138.txt") == "tech");
    CHECK(section("sport/1.txt.gz") == "sport");
    CHECK(section("politics/README") == "politics");
    CHECK(section("dump.tar", "2003/world/a.txt") == "world");
    CHECK(section("138.txt").empty());
    CHECK(section("dump.tar", "a.txt").empty());
    CHECK(section("tech/page.html").empty());
    CHECK(section("2020/a.txt").empty());
    CHECK(section("world2/a.txt").empty());
    CHECK(section("articles/a.txt").empty());
    CHECK(section("dump.tar", "inner.zip/a.txt").empty());
    CHECK(section("te\xFF/a.txt").empty());
    CHECK(completed(at_path("tech/a.txt")).provenance.of(ArticleField::section) ==
          Provenance::path);
    Article record = at_path("tech/a.txt");
    record.origin.record = 1;
    CHECK(completed(record).section.empty());
}

TEST_CASE("a language that is not stated is detected") {
    const Article article = completed(with_body(
        "Der Gemeinderat traf sich im alten Rathaus und verschob die Entscheidung, weil der "
        "Bericht über die Brücke noch nicht eingetroffen war."));
    CHECK(article.language == "de");
    CHECK(article.provenance.of(ArticleField::language) == Provenance::detected);
    CHECK(completed(with_body("42")).language.empty());
}

TEST_CASE("an id that is made of the path says so") {
    Article article = at_path("a.txt");
    CHECK(completed(article).provenance.of(ArticleField::id) == Provenance::record);
    article.id.clear();
    CHECK(completed(article).provenance.of(ArticleField::id) == Provenance::path);
    article.url = "https://wire.example/1";
    CHECK(completed(article).provenance.of(ArticleField::id) == Provenance::record);
}
