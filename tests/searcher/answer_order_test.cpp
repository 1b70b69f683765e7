#include "searcher/answer_order.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <random>

#include "corpus/analyzer.hpp"
#include "searcher/search.hpp"
#include "tests/catch.hpp"
#include "tests/publish_copies.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

using Ids = std::vector<std::string>;

const std::vector<SortKeys> all_orders{
    {},
    {SortKey::score},
    {SortKey::score, SortKey::oldest},
    {SortKey::score, SortKey::source},
    {SortKey::newest},
    {SortKey::newest, SortKey::source},
    {SortKey::newest, SortKey::score},
    {SortKey::oldest},
    {SortKey::oldest, SortKey::source},
    {SortKey::oldest, SortKey::score},
    {SortKey::source},
    {SortKey::source, SortKey::newest},
    {SortKey::source, SortKey::oldest},
    {SortKey::source, SortKey::score},
};

// Few days, times and sources, so that many are equal; some have none.
std::vector<Article> random_articles(std::uint32_t seed) {
    std::mt19937 random(seed);
    const auto one_of = [&](const std::vector<std::string>& texts) {
        return texts[random() % texts.size()];
    };
    std::vector<Article> articles;
    for (int i = 0; i < 90; ++i) {
        const std::string name = std::to_string(random() % 100000) + "-" + std::to_string(i);
        Article made = article(name, one_of({"storm", "flood", "Quake in port"}), "");
        for (auto words = 20 + random() % 400; words > 0; --words)
            made.body +=
                one_of({"calm ", "calm ", "calm ", "storm ", "port. ", "winds ", "flood "});
        made.body += name;  // no duplicates
        made.date.raw = one_of({"2020-01-05", "2020-01-05T10:00:00Z", "2020-01-05T23:30:00-05:00",
                                "2020-01-06", "2019", "2019-06", ""});
        made.source = one_of({"Wire", "wire", "Courier", "\u00c9toile", "etoile", "Zeit", ""});
        articles.push_back(made);
    }
    return articles;
}

Ids ids_of_hits(const SearchResult& result) {
    Ids ids;
    for (const ArticleHit& hit : result.hits) ids.push_back(id_of_hit(hit, result.unit));
    return ids;
}

int direction(bool a_first, bool b_first) { return a_first == b_first ? 0 : a_first ? -1 : 1; }

int compared(SortKey key, const ArticleHit& a, const ArticleHit& b) {
    const Article& one = a.article;
    const Article& two = b.article;
    switch (key) {
        case SortKey::score:
            return direction(a.score > b.score, b.score > a.score);
        case SortKey::source: {
            if (one.source.empty() || two.source.empty())
                return direction(!one.source.empty(), !two.source.empty());
            return fold_text(one.source).compare(fold_text(two.source));
        }
        case SortKey::newest:
        case SortKey::oldest:
            break;
    }
    if (one.date.known() != two.date.known()) return one.date.known() ? -1 : 1;
    const std::pair first(one.date.day, one.date.instant);
    const std::pair second(two.date.day, two.date.instant);
    const bool newest = key == SortKey::newest;
    return direction(newest ? first > second : first < second,
                     newest ? second > first : second < first);
}

Ids sorted_ids(SearchResult result, const SortKeys& keys) {
    std::ranges::sort(result.hits, [&](const ArticleHit& a, const ArticleHit& b) {
        for (const SortKey key : keys)
            if (const int order = compared(key, a, b); order != 0) return order < 0;
        if (comes_before(a.article, b.article)) return true;
        if (comes_before(b.article, a.article)) return false;
        return a.passages.front().number < b.passages.front().number;
    });
    return ids_of_hits(result);
}

SearchOptions options_for(AnswerUnit unit, const SortKeys& sort, std::uint64_t limit = 0) {
    return {.unit = unit, .limit = limit, .sort = sort};
}

constexpr std::array units{AnswerUnit::article, AnswerUnit::passage};

}  // namespace

TEST_CASE("every order is that of its keys, whatever segments the index is cut into") {
    for (const std::uint32_t seed : {1U, 2U}) {
        const std::vector<Article> articles = random_articles(seed);
        const SampleIndex whole(articles);
        const SampleIndex halves(articles, 2);
        const SampleIndex thirds(articles, 3);
        for (const char* text : {"storm flood", "quake", "date:2019..2020 OR storm"}) {
            const Query query = parse_query(text);
            for (const AnswerUnit unit : units) {
                const SearchResult ranked = search(whole.open(), query, options_for(unit, {}));
                REQUIRE(ranked.hits.size() > 10);
                for (const SortKeys& keys : all_orders) {
                    INFO(text << ", " << order_in_words(keys));
                    const SearchResult result =
                        search(whole.open(), query, options_for(unit, keys));
                    const Ids ids = ids_of_hits(result);
                    if (!keys.empty()) CHECK(ids == sorted_ids(ranked, keys));
                    CHECK(ids ==
                          ids_of_hits(search(halves.open(), query, options_for(unit, keys))));
                    CHECK(ids ==
                          ids_of_hits(search(thirds.open(), query, options_for(unit, keys))));
                    CHECK(result.total() == ranked.total());
                }
            }
        }
    }
}

TEST_CASE("a page is a part of the whole list, in every order, folded or not") {
    const std::vector<Article> articles = random_articles(3);
    const SampleIndex sample(articles, 2);
    Copies copies;
    const Index plain = sample.open();
    for (std::size_t i = 0; i + 2 < articles.size(); i += 7) {
        copies.clusters.emplace_back();
        for (std::size_t member = i; member < i + 3; ++member)
            copies.clusters.back().push_back(*plain.find_article(articles[member].id));
        std::ranges::sort(copies.clusters.back());
    }
    std::ranges::sort(copies.clusters);
    publish_copies(sample.folder(), copies);
    const Index index = sample.open();
    const Query query = parse_query("storm port");
    for (const AnswerUnit unit : units)
        for (const SortKeys& keys : all_orders)
            for (const bool folds : {false, true}) {
                SearchOptions options = options_for(unit, keys);
                options.fold_copies = folds;
                const SearchResult all = search(index, query, options);
                CHECK(all.listed_total() == all.hits.size());
                const Ids whole = ids_of_hits(all);
                for (const std::uint64_t offset : {0U, 1U, 10U, 63U, 5000U})
                    for (const std::uint64_t limit : {0U, 1U, 9U, 4000U}) {
                        options.offset = offset;
                        options.limit = limit;
                        options.detail = limit == 9 ? HitDetail::ids : HitDetail::texts;
                        const SearchResult part = search(index, query, options);
                        const std::size_t begin = std::min<std::size_t>(offset, whole.size());
                        const std::size_t end =
                            limit == 0 ? whole.size()
                                       : std::min<std::size_t>(begin + limit, whole.size());
                        REQUIRE(ids_of_hits(part) ==
                                Ids(whole.begin() + static_cast<std::ptrdiff_t>(begin),
                                    whole.begin() + static_cast<std::ptrdiff_t>(end)));
                        CHECK(part.listed_total() == all.listed_total());
                    }
            }
}

TEST_CASE("what is not needed is not scored") {
    const SampleIndex sample(random_articles(4));
    const Query query = parse_query("storm");
    const SearchResult by_date =
        search(sample.open(), query, options_for(AnswerUnit::article, {SortKey::oldest}));
    CHECK_FALSE(by_date.passage_total.has_value());
    for (const ArticleHit& hit : by_date.hits) CHECK(hit.score == 0);
    const SearchResult by_both = search(
        sample.open(), query, options_for(AnswerUnit::article, {SortKey::source, SortKey::score}));
    CHECK(by_both.passage_total.has_value());
    CHECK(by_both.hits.front().score > 0);
    SearchOptions counting;
    counting.lists_hits = false;
    const SearchResult counted = search(sample.open(), query, counting);
    CHECK(counted.article_total == by_date.hits.size());
    CHECK_FALSE(counted.passage_total.has_value());
}

TEST_CASE("articles without a date or a source come last, whatever the direction") {
    Article dated = article("a", "storm", "");
    dated.date.raw = "1999-01-01";
    Article sourced = article("b", "storm", "");
    sourced.source = "Wire";
    const SampleIndex sample({dated, sourced});
    const auto last = [&](SortKey key) {
        return ids_of_hits(search(sample.open(), parse_query("storm"),
                                  options_for(AnswerUnit::article, {key})))
            .back();
    };
    CHECK(last(SortKey::newest) == "b");
    CHECK(last(SortKey::oldest) == "b");
    CHECK(last(SortKey::source) == "a");
}

TEST_CASE("an order is told in words, unless it is the usual one") {
    CHECK(order_in_words({}).empty());
    CHECK(order_in_words({SortKey::score}).empty());
    CHECK(order_in_words({SortKey::score, SortKey::newest}).empty());
    CHECK(order_in_words({SortKey::newest}) == "newest first");
    CHECK(order_in_words({SortKey::source, SortKey::oldest}) == "by source, oldest first");
    CHECK(order_in_words({SortKey::score, SortKey::oldest}) == "best first, oldest first");
}
