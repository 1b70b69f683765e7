#pragma once

#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "tests/indexer/some_articles.hpp"

namespace dateline::test {

/// Words of every kind that texts are made of: acronyms that are words, inner apostrophes, one form
/// in several spellings, runs of Chinese, words too long for a term.
inline std::string varied_word(std::mt19937& random) {
    static const std::array<std::string, 44> words{"the",
                                                   "The",
                                                   "THE",
                                                   "us",
                                                   "US",
                                                   "U.S.",
                                                   "who",
                                                   "WHO",
                                                   "troops",
                                                   "Troops",
                                                   "training",
                                                   "trained",
                                                   "train",
                                                   "don't",
                                                   "don’t",
                                                   "O'Neill",
                                                   "al-Qaeda",
                                                   "AT&T",
                                                   "e-mail",
                                                   "1,000.50",
                                                   "3.5",
                                                   "G-20",
                                                   "café",
                                                   "Café",
                                                   "cafe",
                                                   "Straße",
                                                   "STRASSE",
                                                   "Häuser",
                                                   "Haus",
                                                   "Übung",
                                                   "l'été",
                                                   "L’Élysée",
                                                   "aujourd'hui",
                                                   "Москва",
                                                   "москвы",
                                                   "السلام",
                                                   "北京今天天气很好",
                                                   "中文",
                                                   "日本語テキスト",
                                                   "İstanbul",
                                                   "ﬁne",
                                                   "x",
                                                   "ΟΔΟΣ",
                                                   "नमस्ते"};
    if (random() % 90 == 0) return std::string(200 + random() % 200, 'w');
    if (random() % 5 == 0) return "word" + std::to_string(random() % 400);
    return words[random() % words.size()];
}

inline std::string varied_gap(std::mt19937& random) {
    static const std::array<std::string_view, 16> gaps{
        ", ", ". ",  "  ",  "\t", "\n",        "\n\n",  "\u00A0", "\u3000",
        "-",  " – ", "...", "! ", "\" said (", " *** ", "",       "? — and then, as ever, "};
    return random() % 3 == 0 ? std::string(gaps[random() % gaps.size()]) : " ";
}

/// `count` words with all kinds of white space and signs between them, none at either end.
inline std::string varied_text(std::mt19937& random, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0) text += varied_gap(random);
        text += varied_word(random);
    }
    return text;
}

/// A date on one of few days, with ties, times and zones; or none.
inline Date varied_date(std::mt19937& random) {
    Date date;
    date.raw = "as printed " + std::to_string(random() % 100);
    if (random() % 6 == 0) return date;
    date.day = static_cast<Day>(18'000 + random() % 5);
    date.instant = std::int64_t{date.day} * 86'400;
    date.precision = DatePrecision::day;
    if (random() % 2 == 0) return date;
    date.precision = DatePrecision::time;
    date.zone_minutes = static_cast<std::int16_t>(60 * static_cast<int>(random() % 25) - 720);
    date.instant += static_cast<std::int64_t>(random() % 4) * 20'000 - 60 * date.zone_minutes;
    return date;
}

/// An article of any language, size and completeness.
inline Article varied_article(std::mt19937& random, std::string_view id) {
    static const std::array<std::string_view, 7> languages{"en", "en", "de", "fr", "zh", "", "xx"};
    Article article;
    article.id = id;
    article.language = languages[random() % languages.size()];
    if (random() % 8 != 0) article.headline = varied_text(random, 1 + random() % 9);
    for (char& c : article.headline)
        if (c == '\n') c = ' ';
    if (random() % 7 != 0) article.body = varied_text(random, 1 + random() % 500);
    article.date = varied_date(random);
    if (random() % 2 == 0) article.url = "https://news.example/" + std::string(id);
    if (random() % 2 == 0) article.source = "Daily WIRE";
    if (random() % 2 == 0) article.section = "Économie";
    if (random() % 2 == 0) article.byline = "Jane Doe and João Roe, Jane Doe";
    if (random() % 3 == 0) article.place = "New York";
    article.origin.root = "/archive";
    article.origin.path = "2020/" + std::to_string(random() % 3) + ".jsonl";
    article.origin.offset = random();
    article.origin.line = 1 + random() % 1000;
    article.origin.record = static_cast<std::uint32_t>(random() % 3);
    return article;
}

/// With ids that sort in another order than the articles stand in.
inline std::vector<Article> varied_articles(unsigned seed, int count) {
    std::mt19937 random(seed);
    std::vector<Article> articles;
    for (int i = 0; i < count; ++i) {
        std::string id = "wire/" + std::to_string((i * 7919) % 10'007);
        if (i % 50 == 49) id += std::string(300, 'l') + std::to_string(i % 2);
        articles.push_back(varied_article(random, id));
    }
    return articles;
}

}  // namespace dateline::test
