#include "corpus/formats/json_keys.hpp"

#include <set>
#include <string>

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("every key is found by its own row, and by other spellings") {
    std::set<std::string_view> names;
    for (std::size_t row = 0; row < json_keys.size(); ++row) {
        const std::string name(json_keys[row].name);
        CAPTURE(name);
        CHECK(names.insert(json_keys[row].name).second);
        CHECK(json_key_row(name) == row);
        CHECK(json_key_row("_" + name) == row);
    }
    CHECK(json_key_row("pub_date") == json_key_row("pubDate"));
    CHECK(json_key_row("PUBLISHED-AT") == json_key_row("publishedat"));
}

TEST_CASE("keys in other scripts, and with diacritics") {
    const auto field_of = [](std::string_view key) {
        const auto row = json_key_row(key);
        return row ? json_keys[*row].field : std::nullopt;
    };
    for (const char* key : {"Überschrift", "ÜBERSCHRIFT", "Заголовок", "título", "Título", "Rubrik",
                            "başlık", "Başlık", "Tytuł", "Τίτλος", "标题"}) {
        CAPTURE(key);
        CHECK(field_of(key) == ArticleField::headline);
    }
    for (const char* key : {"Текст", "Brödtext", "brødtekst", "treść", "本文", "النص"}) {
        CAPTURE(key);
        CHECK(field_of(key) == ArticleField::body);
    }
    CHECK(field_of("Дата") == ArticleField::date);
    CHECK(field_of("Дата публикации") == ArticleField::date);
    CHECK(field_of("Päivämäärä") == ArticleField::date);
    CHECK(field_of("Veröffentlicht") == ArticleField::date);
    CHECK(field_of("Автор") == ArticleField::byline);
    CHECK(field_of("źródło") == ArticleField::source);
    CHECK(field_of("sección") == ArticleField::section);
    CHECK(!json_key_row("\xDC\xFC"));
}

TEST_CASE("other keys have no row") {
    for (const char* key : {"", "_", "views", "dat", "dates", "bodyx", "ünter",
                            "averyveryverylongkeythatnobodyreads"}) {
        CAPTURE(key);
        CHECK(!json_key_row(key));
    }
}
