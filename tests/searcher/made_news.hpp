#pragma once

#include <optional>
#include <random>
#include <string>
#include <vector>

#include "searcher/asked_set.hpp"
#include "searcher/search.hpp"
#include "tests/searcher/sample_index.hpp"

namespace dateline::test {

/// Articles with all fields that can be counted, all different; some fields are missing here and
/// there, and some values written in several ways.
inline std::vector<Article> made_news(std::uint32_t seed, std::size_t count) {
    std::mt19937 random(seed);
    const auto pick = [&](const std::vector<std::string>& of) {
        return of[random() % (1 + random() % of.size())];
    };
    const std::vector<std::string> words{"war",     "wars",   "the",  "Iraq",  "NATO",
                                         "trained", "train",  "US",   "us",    "talks",
                                         "paper",   "Häuser", "haus", "Court", "COURT"};
    const std::vector<std::string> dates{
        "2020-01-05", "2020-01-05T10:00:00Z", "2020-01-04", "2019", "2019-12-31",
        "2016-02",    "2019-11-30",           "2018-06-15"};
    std::vector<Article> news;
    for (std::size_t i = 0; i < count; ++i) {
        std::string body;
        for (std::size_t word = 0; word < 5 + random() % 200; ++word) body += pick(words) + " ";
        Article made =
            article("a" + std::to_string(i * 37 % 1009), pick(words), body + std::to_string(i));
        if (random() % 4 == 0) made.language = "de";
        if (random() % 5 != 0) made.source = pick({"Harbour Courier", "HARBOUR COURIER", "Stage"});
        if (random() % 3 != 0)
            made.section = pick({"cocoa", "Grain", "cocoa; grain", "grain; trade", "Trade"});
        if (random() % 2 == 0) made.byline = pick({"Jane Doe", "JANE DOE", "Jane Roe, Ann Doe"});
        if (random() % 2 == 0) made.place = pick({"Baghdad", "New Baghdad", "Zürich"});
        if (random() % 6 != 0) made.date.raw = pick(dates);
        news.push_back(std::move(made));
    }
    return news;
}

/// A query asked of an index.
struct AskedIndex {
    AskedIndex(const SampleIndex& sample, const std::string& query, const SetChoice& choice = {})
        : index(sample.open()), asked({}, index, query, choice) {}

    /// The articles that a search finds, without their bodies.
    std::vector<Article> articles(const std::string& query) const {
        std::vector<Article> found;
        const SearchOptions options{.limit = 0, .needed = {WordsNeeded::all}};
        for (const ArticleHit& hit : search(index, parse_query(query), options).hits)
            found.push_back(hit.article);
        return found;
    }

    Index index;
    AskedSet asked;
};

}  // namespace dateline::test
