#pragma once

#include <random>
#include <string>
#include <string_view>

#include "corpus/article.hpp"

namespace dateline::test {

inline Article some_article(std::string_view id, std::string_view headline, std::string_view body) {
    Article article;
    article.id = id;
    article.headline = headline;
    article.body = body;
    article.language = "en";
    return article;
}

inline Date dated(Day day) {
    Date date;
    date.precision = DatePrecision::day;
    date.day = day;
    date.instant = std::int64_t{day} * 86'400;
    return date;
}

/// Words of a small vocabulary: terms repeat, and no two texts of some length are alike.
inline std::string some_words(std::mt19937& random, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0) text += i % 40 == 0 ? "\n\n" : i % 13 == 0 ? ". " : " ";
        text += "word" + std::to_string(random() % 300);
    }
    return text;
}

/// Random texts, a few of them empty, on few days, some undated, in several languages.
inline Article random_article(std::mt19937& random, std::string_view id) {
    Article article = some_article(id, some_words(random, 1 + random() % 8),
                                   some_words(random, random() % 5 == 0 ? 0 : random() % 700));
    if (random() % 6 != 0) article.date = dated(static_cast<Day>(18'000 + random() % 10));
    article.language = random() % 3 == 0 ? "de" : "en";
    article.source = random() % 2 == 0 ? "Daily Wire" : "";
    article.byline = random() % 2 == 0 ? "Jane Doe and Jo\xC3\xA3o Roe" : "";
    article.section = "World";
    article.origin.root = "/archive";
    article.origin.path = "a.jsonl";
    article.origin.offset = random();
    return article;
}

}  // namespace dateline::test
