#include "corpus/article.hpp"

#include "tests/catch.hpp"
#include "tests/corpus/every_field.hpp"

#include <functional>
#include <vector>

using namespace dateline;

namespace {

Article article(std::string id, Day day, std::int64_t instant) {
    Article article;
    article.id = std::move(id);
    article.date = {DatePrecision::time, day, instant, 0, "raw"};
    return article;
}

Article undated(std::string id) {
    Article article;
    article.id = std::move(id);
    return article;
}

}  // namespace

TEST_CASE("document order is day, then instant, newest first, then id; undated last") {
    const std::vector<Article> ordered = {
        article("z", 20, 20),  article("y", 10, 950), article("a", 10, 940), article("b", 10, 940),
        article("c", -5, 960), undated("a"),          undated("b")};
    for (std::size_t i = 0; i < ordered.size(); ++i)
        for (std::size_t j = 0; j < ordered.size(); ++j)
            CHECK(comes_before(ordered[i], ordered[j]) == (i < j));
}

TEST_CASE("a change in any field but the origin changes the content hash") {
    Article base = article("1", 5, 50);
    base.headline = "One";
    const std::vector<std::function<void(Article&)>> changes = {
        [](Article& a) { a.id += 'x'; },
        [](Article& a) { a.url += 'x'; },
        [](Article& a) { a.headline += 'x'; },
        [](Article& a) { a.body += 'x'; },
        [](Article& a) { a.source += 'x'; },
        [](Article& a) { a.section += 'x'; },
        [](Article& a) { a.byline += 'x'; },
        [](Article& a) { a.place += 'x'; },
        [](Article& a) { a.language += 'x'; },
        [](Article& a) { a.date.precision = DatePrecision::day; },
        [](Article& a) { ++a.date.day; },
        [](Article& a) { ++a.date.instant; },
        [](Article& a) { ++a.date.zone_minutes; },
        [](Article& a) { a.date.raw += 'x'; },
        [](Article& a) { a.provenance.set(ArticleField::place, Provenance::text); },
    };
    for (const auto& change : changes) {
        Article changed = base;
        change(changed);
        CHECK(content_hash(changed) != content_hash(base));
    }
    Article moved = base;
    moved.origin = {"/root", "file", "member", 1, 2, 3};
    CHECK(content_hash(moved) == content_hash(base));
}

TEST_CASE("a field is filled once, and says from where") {
    Article a;
    fill(a, ArticleField::place, "", Provenance::option);
    CHECK(a.provenance.of(ArticleField::place) == Provenance::record);
    fill(a, ArticleField::place, "Bern", Provenance::option);
    fill(a, ArticleField::place, "Basel", Provenance::text);
    CHECK(a.place == "Bern");
    CHECK(a.provenance.of(ArticleField::place) == Provenance::option);
    CHECK(text_of(a, ArticleField::place) == "Bern");
}

TEST_CASE("every field has its text; the date's is what was printed") {
    Article a = article("1", 5, 50);
    a.url = "u";
    a.headline = "h";
    a.body = "b";
    a.source = "s";
    a.section = "c";
    a.byline = "y";
    a.place = "p";
    a.language = "l";
    std::string all;
    for (const ArticleField field : test::every_field()) all += text_of(a, field);
    CHECK(all == "1uhrawbysclp");
}

TEST_CASE("text that moves from one field to the next changes the content hash") {
    Article a;
    Article b;
    a.headline = "One";
    b.body = "One";
    CHECK(content_hash(a) != content_hash(b));
}

TEST_CASE("the content hash is the same on every machine") {
    Article a = article("1", 5, -50);
    a.headline = "One";
    CHECK(content_hash(a) == 0x41f9b43a441e182e);
}

TEST_CASE("articles are exact duplicates by headline, body, date, source and language alone") {
    Article base = article("1", 5, 50);
    base.headline = "One";
    const auto key_after = [&](const std::function<void(Article&)>& change) {
        Article changed = base;
        change(changed);
        return duplicate_key(changed);
    };
    const std::vector<std::function<void(Article&)>> other_articles = {
        [](Article& a) { a.headline += 'x'; }, [](Article& a) { a.body += 'x'; },
        [](Article& a) { a.source += 'x'; },   [](Article& a) { a.language += 'x'; },
        [](Article& a) { ++a.date.day; },      [](Article& a) { ++a.date.instant; },
        [](Article& a) { a.date = {}; }};
    for (const auto& change : other_articles) CHECK(key_after(change) != duplicate_key(base));
    const std::vector<std::function<void(Article&)>> same_articles = {
        [](Article& a) { a.id += 'x'; },
        [](Article& a) { a.url += 'x'; },
        [](Article& a) { a.section += 'x'; },
        [](Article& a) { a.byline += 'x'; },
        [](Article& a) { a.place += 'x'; },
        [](Article& a) { a.date.raw += 'x'; },
        [](Article& a) { a.origin.path = "elsewhere"; }};
    for (const auto& change : same_articles) CHECK(key_after(change) == duplicate_key(base));
}

TEST_CASE("dates that cannot be read are equal where they are printed alike") {
    Article spring = undated("1");
    spring.date.raw = "in spring";
    Article autumn = undated("2");
    autumn.date.raw = "in autumn";
    CHECK(duplicate_key(spring) != duplicate_key(autumn));
    autumn.date.raw = spring.date.raw;
    CHECK(duplicate_key(spring) == duplicate_key(autumn));
}
