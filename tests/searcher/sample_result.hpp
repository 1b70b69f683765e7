#pragma once

#include "searcher/search.hpp"

namespace dateline::test {

inline TextRange range_of(std::string_view text, std::string_view part) {
    const auto begin = static_cast<std::uint32_t>(text.find(part));
    return {begin, begin + static_cast<std::uint32_t>(part.size())};
}

inline PassageHit passage_hit(std::uint32_t number, std::string text,
                              const std::vector<std::string_view>& words) {
    PassageHit hit;
    hit.number = number;
    hit.range = {100, 100 + static_cast<std::uint32_t>(text.size())};
    for (const std::string_view word : words) hit.matches.push_back(range_of(text, word));
    hit.text = std::move(text);
    hit.score = 1.25;
    return hit;
}

inline Article sample_article() {
    Article article;
    article.id = "northern-wire/2020/0105.txt";
    article.url = "https://wire.example/0105";
    article.headline = "Alliance pauses its training mission in Iraq after the strike";
    article.source = "Northern Wire";
    article.place = "Baghdad";
    article.byline = "Jane Doe";
    article.language = "en";
    article.date = {DatePrecision::day, *day_number({2020, 1, 5}), 1578182400, 0, "5 January 2020"};
    article.origin = {"/archive", "northern-wire/2020/0105.txt", "", 0, 1, 0};
    return article;
}

inline ArticleHit sample_hit() {
    ArticleHit hit;
    hit.article = sample_article();
    hit.headline_matches = {range_of(hit.article.headline, "training"),
                            range_of(hit.article.headline, "Iraq")};
    hit.score = 3.1234567;
    hit.passages = {
        passage_hit(
            2,
            "The officers who were training Iraqi troops stay in their barracks, a spokesman said.",
            {"training", "Iraqi"}),
        passage_hit(1, "NATO has some 500 people in the country.", {"NATO"})};
    hit.more_passages = 3;
    return hit;
}

/// One answer in Latin script, one in wide characters, one from right to left.
inline SearchResult sample_result() {
    SearchResult result;
    result.hits.push_back(sample_hit());
    ArticleHit chinese;
    chinese.article.id = "hs/17";
    chinese.article.headline = "北约暂停在伊拉克的训练任务";
    chinese.headline_matches = {range_of(chinese.article.headline, "伊拉克")};
    chinese.passages = {
        passage_hit(1, "北约发言人说,在伊拉克的训练任务目前暂停。联盟将继续关注局势。", {"训练"})};
    result.hits.push_back(chinese);
    ArticleHit arabic;
    arabic.article.id = "s/9";
    arabic.article.headline = "الناتو يعلق التدريب في العراق";
    arabic.headline_matches = {range_of(arabic.article.headline, "العراق")};
    result.hits.push_back(arabic);
    result.article_total = 12;
    result.passage_total = 31;
    return result;
}

}  // namespace dateline::test
