#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "searcher/freshness.hpp"
#include "searcher/matched_index.hpp"

namespace dateline {

/// Whether words of the best articles (feedback.hpp) have a say in the order of the first ones.
enum class FeedbackUse : std::uint8_t {
    automatic,  ///< as always: nothing else was found better (bench/README.md)
    always,
    never,
};

/// What the order of answers shall depend on, beside the query.
struct RankingOptions {
    FeedbackUse feedback = FeedbackUse::automatic;
    std::optional<Freshness> freshness{};  ///< nullopt: age says nothing
};

struct RankedArticle {
    ArticlePlace place;
    DocId docid = 0;             ///< of the one passage that is ranked; 0: all of the article
    std::uint32_t coverage = 0;  ///< counted leaves that it holds, where they come first; else 0
    double score = 0;            ///< 0 to 1: evidence, or what the second stage made of it
};

/// Asked of one article (or of each passage's) after another, best first: whether it is listed.
using ListsArticle = std::function<bool(ArticlePlace)>;

/// New scores, 0 to 1, of the first articles in their order: a function of these alone.
using RescoreArticles = std::function<std::vector<double>(std::span<const RankedArticle>)>;

/// Orders all articles, or passages, that match: of a few words those with more of them first, then
/// by score, then document order across segments. The first scoring::reordered_articles, whatever
/// the limit, are put in order once more by their texts (second_stage.hpp); passages are worth
/// mostly what their articles are. `limit` 0: all that are listed, else the first ones; passages of
/// one article side by side or not. Scores fade before the first ones are taken; what their texts
/// and feedback say does not depend on age, and fades with them. Decides as few articles as it can.
std::vector<RankedArticle> rank(const MatchedIndex& matched, std::uint64_t limit,
                                const ListsArticle& lists, const RankingOptions& options = {});

/// The same with another second stage, or none.
std::vector<RankedArticle> rank(const MatchedIndex& matched, std::uint64_t limit,
                                const ListsArticle& lists, const RescoreArticles& rescore);

/// The same of some of what is matched, all of it decided.
std::vector<RankedArticle> rank(const MatchedIndex& matched,
                                std::span<const SegmentMatches> matches, std::uint64_t limit,
                                const ListsArticle& lists, const RescoreArticles& rescore);

/// The scores that people see: coverage + score as a fraction.
double shown_score(const RankedArticle& article);
double shown_score(const PassageScore& passage, const QueryWeights& weights);

}  // namespace dateline
