#include "searcher/article_scorer.hpp"

#include <algorithm>
#include <functional>
#include <tuple>

#include "corpus/impact.hpp"
#include "searcher/score_constants.hpp"

namespace dateline {

namespace {

// f / (f + h) of an article is at most this where it is at most most_share / 255 with the h of the
// file `frequencies`, of which h is at least `least` times as much.
double most_share_of(std::uint8_t most_share, double least) {
    const double share = most_share / 255.0;
    // Sums of doubles are not exact, and a bound must hold.
    constexpr double rounding = 1 + 1e-9;
    return share == 0 ? 0 : share / (share + least * (1 - share)) * rounding;
}

// Of k1 (1 - b + b length / average), by which averages and constants both have.
double least_ratio(const SegmentScope& scope, const QueryWeights& weights) {
    const FrequenciesFile* const file = scope.segment.frequencies();
    const double average = file != nullptr ? file->average_bytes() : 1;
    return std::min(scoring::k1 * (1 - scoring::b) / (impact_k1 * (1 - impact_b)),
                    scoring::k1 * scoring::b / (impact_k1 * impact_b) * average /
                        weights.archive.average_bytes());
}

}  // namespace

ArticleScorer::ArticleScorer(const SegmentScope& scope, const QueryWeights& weights)
    : scope_(scope), weights_(weights) {
    for (std::size_t language = 0; language < scope.plan.languages.size(); ++language) {
        covers_.push_back(counts_coverage(static_cast<std::uint32_t>(
            std::ranges::count_if(scope.plan.roles(language), &LeafRole::counts))));
    }
    const double least = least_ratio(scope, weights);
    for (std::size_t share = 0; share < most_shares_.size(); ++share)
        most_shares_[share] = most_share_of(static_cast<std::uint8_t>(share), least);
}

double ArticleScorer::half_frequency(std::uint32_t article) const {
    const double length = scope_.articles().text_bytes(article) / weights_.archive.average_bytes();
    return scoring::k1 * ((1 - scoring::b) + scoring::b * length);
}

double ArticleScorer::part_of_total(double evidence) const {
    return weights_.total == 0 ? 0 : evidence / static_cast<double>(weights_.total);
}

ArticleScore ArticleScorer::score(std::uint32_t article,
                                  std::span<const std::uint8_t> frequencies) const {
    const std::size_t language = scope_.language(article);
    const std::vector<LeafRole>& roles = scope_.plan.roles(language);
    const double half = half_frequency(article);
    ArticleScore score;
    for (std::size_t leaf = 0; leaf < frequencies.size(); ++leaf) {
        if (frequencies[leaf] == 0 || !roles[leaf].counts) continue;
        score.coverage += covers_[language];
        score.evidence += static_cast<double>(weights_.leaves[leaf]) * frequencies[leaf] /
                          (frequencies[leaf] + half);
    }
    score.evidence = part_of_total(score.evidence);
    return score;
}

// In the order of score(), so that sums are the same.
void ArticleScorer::score(std::uint32_t number, std::span<const LeafBlock> leaves,
                          const ArticleBits& articles, BlockScores& scores) const {
    const std::uint32_t first = number * articles_each_block;
    std::array<double, articles_each_block> halves;
    std::array<std::uint32_t, articles_each_block> languages;
    articles.for_each([&](std::uint32_t place) {
        halves[place] = half_frequency(first + place);
        languages[place] = static_cast<std::uint32_t>(scope_.language(first + place));
        scores[place] = {};
    });
    for (std::size_t leaf = 0; leaf < leaves.size(); ++leaf) {
        const auto weight = static_cast<double>(weights_.leaves[leaf]);
        (leaves[leaf].possible & articles).for_each([&](std::uint32_t place) {
            const std::uint32_t language = languages[place];
            if (!scope_.plan.roles(language)[leaf].counts) return;
            const std::uint8_t frequency = leaves[leaf].frequencies[place];
            scores[place].coverage += covers_[language];
            scores[place].evidence += weight * frequency / (frequency + halves[place]);
        });
    }
    articles.for_each([&](std::uint32_t place) {
        scores[place].evidence = part_of_total(scores[place].evidence);
    });
}

ArticleScore ArticleScorer::most(std::span<const LeafGlance> leaves,
                                 const ArticleBits& articles) const {
    ArticleScore most;
    for (const std::size_t language : scope_.plan_languages) {
        if (language == SegmentScope::no_language) continue;
        const ArticleScore here = most_in(language, leaves, articles);
        if (std::tie(here.coverage, here.evidence) > std::tie(most.coverage, most.evidence))
            most = here;
    }
    return most;
}

double ArticleScorer::most_of(std::size_t leaf, const LeafGlance& glance) const {
    return static_cast<double>(weights_.leaves[leaf]) * most_shares_[glance.most_share];
}

// Where coverage counts, an article with the most leaves holds no more than that many of them.
ArticleScore ArticleScorer::most_in(std::size_t language, std::span<const LeafGlance> leaves,
                                    const ArticleBits& articles) const {
    std::array<ArticleBits, scoring::most_words_in_order + 1> at_least;
    at_least[0] = articles;
    std::array<double, scoring::most_words_in_order + 1> parts{};  // the greatest first
    std::uint32_t coverage = 0;
    double sum = 0;
    for (std::size_t leaf = 0; leaf < leaves.size(); ++leaf) {
        if (!scope_.plan.roles(language)[leaf].counts) continue;
        const ArticleBits held = leaves[leaf].possible & articles;
        if (!held.any()) continue;
        const double part =
            static_cast<double>(weights_.leaves[leaf]) * most_shares_[leaves[leaf].most_share];
        sum += part;
        if (!covers_[language]) continue;
        parts.back() = part;
        std::ranges::sort(parts, std::greater());
        for (std::uint32_t count = coverage + 1; count > 0; --count)
            at_least[count] |= at_least[count - 1] & held;
        coverage += at_least[coverage + 1].any();
    }
    if (!covers_[language]) return {0, part_of_total(sum)};
    double evidence = 0;
    for (std::uint32_t i = 0; i < coverage; ++i) evidence += parts[i];
    return {coverage, part_of_total(evidence)};
}

ArticleBits ArticleScorer::may_reach(const ArticleScore& least, std::span<const LeafBlock> leaves,
                                     const ArticleBits& articles) const {
    if (scope_.plan_languages.size() != 1) return articles;
    const std::size_t language = scope_.plan_languages.front();
    return covers_[language]
               ? with_leaves(language, least.coverage, leaves, articles)
               : with_evidence(language, least.evidence * static_cast<double>(weights_.total),
                               leaves, articles);
}

ArticleBits ArticleScorer::with_leaves(std::size_t language, std::uint32_t count,
                                       std::span<const LeafBlock> leaves,
                                       const ArticleBits& articles) const {
    std::array<ArticleBits, scoring::most_words_in_order + 1> at_least;
    at_least[0] = articles;
    for (std::size_t leaf = 0; leaf < leaves.size(); ++leaf) {
        if (!scope_.plan.roles(language)[leaf].counts) continue;
        for (std::size_t i = at_least.size() - 1; i > 0; --i)
            at_least[i] |= at_least[i - 1] & leaves[leaf].possible;
    }
    return at_least[std::min(count, scoring::most_words_in_order)];
}

// As MaxScore has it (Turtle & Flood 1995): leaves that do not have so much to say all together
// find no article.
ArticleBits ArticleScorer::with_evidence(std::size_t language, double least,
                                         std::span<const LeafBlock> leaves,
                                         const ArticleBits& articles) const {
    std::vector<std::pair<double, std::size_t>> parts;
    for (std::size_t leaf = 0; leaf < leaves.size(); ++leaf)
        if (scope_.plan.roles(language)[leaf].counts && leaves[leaf].possible.any())
            parts.emplace_back(most_of(leaf, leaves[leaf]), leaf);
    std::ranges::sort(parts);
    ArticleBits found;
    double sum = 0;
    for (const auto& [part, leaf] : parts) {
        sum += part;
        if (sum >= least) found |= leaves[leaf].possible;
    }
    return least > 0 ? found & articles : articles;
}

}  // namespace dateline
