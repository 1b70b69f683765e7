#include "searcher/rank.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>

#include "corpus/impact.hpp"
#include "searcher/score_constants.hpp"
#include "searcher/second_stage.hpp"

namespace dateline {

namespace {

/// An article of one segment, or one of its passages.
struct Scored {
    std::uint32_t article = 0;
    DocId docid = 0;
    std::uint32_t coverage = 0;
    double score = 0;
};

// In one segment; article numbers are document order.
bool comes_later(const Scored& a, const Scored& b) {
    return std::tuple(a.coverage, a.score, b.article, b.docid) <
           std::tuple(b.coverage, b.score, a.article, a.docid);
}

struct SegmentRanking {
    std::vector<Scored> scored;  // a heap, since mostly only the first few are wanted
    std::uint64_t passage_total = 0;
};

// What counts as coverage: nothing, where there are many words.
std::uint32_t in_order(std::uint32_t coverage, const PassageScorer& scorer) {
    return scorer.counted_leaves() <= scoring::most_words_in_order ? coverage : 0;
}

// Of passages that hold no word, only what else is asked for, the score is 0.
SegmentRanking rank_passages(const SegmentScope& scope, const SegmentMatches& matches,
                             const QueryWeights& weights) {
    SegmentRanking ranking;
    ranking.scored.reserve(matches.passages.size());
    ranking.passage_total = matches.passages.size();
    PassageScorer scorer(scope, matches, weights);
    auto docid = matches.passages.begin();
    for (const std::uint32_t article : matches.articles) {
        const std::vector<PassageScore>& scores = scorer.score(article);
        const double context = scorer.evidence();
        auto score = scores.begin();
        for (const DocId end = scope.docids(article).second;
             docid != matches.passages.end() && *docid < end; ++docid) {
            while (score != scores.end() && score->docid < *docid) ++score;
            const bool is_scored = score != scores.end() && score->docid == *docid;
            if (is_scored)
                ranking.scored.push_back(
                    {article, *docid, in_order(score->counted, scorer),
                     (1 - scoring::context_share) * evidence_of(*score, weights) +
                         scoring::context_share * context});
            else
                ranking.scored.push_back({article, *docid, 0, 0});
        }
    }
    std::ranges::make_heap(ranking.scored, comes_later);
    return ranking;
}

SegmentRanking rank_segment(const SegmentScope& scope, const SegmentMatches& matches,
                            const QueryWeights& weights) {
    if (scope.plan.unit == AnswerUnit::passage) return rank_passages(scope, matches, weights);
    SegmentRanking ranking;
    ranking.scored.reserve(matches.articles.size());
    PassageScorer scorer(scope, matches, weights);
    for (const std::uint32_t article : matches.articles) {
        ranking.passage_total += scorer.score(article).size();
        ranking.scored.push_back(
            {article, 0, in_order(scorer.coverage(), scorer), scorer.evidence()});
    }
    std::ranges::make_heap(ranking.scored, comes_later);
    return ranking;
}

// Document order of two articles of different segments.
bool precedes(const Segment& a, std::uint32_t article_of_a, const Segment& b,
              std::uint32_t article_of_b) {
    const ArticleEntry one = a.articles().entry(article_of_a);
    const ArticleEntry two = b.articles().entry(article_of_b);
    if (one.dated != two.dated) return one.dated;
    if (one.day != two.day) return one.day > two.day;
    if (one.seconds != two.seconds) return one.seconds > two.seconds;
    return a.header(article_of_a).id < b.header(article_of_b).id;
}

// Where the merge of the segments' rankings stands in one of them.
class MergeCursor {
  public:
    // `scored`: a heap.
    MergeCursor(const Segment& segment, std::uint32_t number, std::vector<Scored> scored)
        : segment_(&segment), number_(number), scored_(std::move(scored)) {}

    bool at_end() const { return scored_.empty(); }
    RankedArticle take() {
        std::ranges::pop_heap(scored_, comes_later);
        const Scored taken = scored_.back();
        scored_.pop_back();
        return {{number_, taken.article}, taken.docid, taken.coverage, taken.score};
    }

    bool comes_before(const MergeCursor& other) const {
        const Scored& a = scored_.front();
        const Scored& b = other.scored_.front();
        if (std::tie(a.coverage, a.score) != std::tie(b.coverage, b.score))
            return std::tie(a.coverage, a.score) > std::tie(b.coverage, b.score);
        return precedes(*segment_, a.article, *other.segment_, b.article);
    }

  private:
    const Segment* segment_;
    std::uint32_t number_;
    std::vector<Scored> scored_;
};

/// What was found, best first, one after the other.
class Merge {
  public:
    explicit Merge(std::vector<MergeCursor> cursors) : cursors_(std::move(cursors)) {}

    std::optional<RankedArticle> next() {
        MergeCursor* first = nullptr;
        for (MergeCursor& cursor : cursors_)
            if (!cursor.at_end() && (first == nullptr || cursor.comes_before(*first)))
                first = &cursor;
        if (first == nullptr) return std::nullopt;
        return first->take();
    }

  private:
    std::vector<MergeCursor> cursors_;
};

/// Scores of what comes behind the articles of the second stage, so that they go on falling.
class RestScore {
  public:
    RestScore(double last_evidence, double least_score)
        : scale_(last_evidence > 0 ? std::min(1.0, least_score / last_evidence) : 0) {}
    double operator()(double evidence) const { return scale_ * evidence; }

  private:
    double scale_;
};

// The first articles by their texts. Returns the scale of what follows.
RestScore reorder(std::vector<RankedArticle>& first, const RescoreArticles& rescore) {
    if (first.empty()) return {1, 1};
    const double last_evidence = first.back().score;
    const std::uint32_t last_coverage = first.back().coverage;
    const std::vector<double> scores = rescore(first);
    for (std::size_t i = 0; i < first.size(); ++i) first[i].score = scores[i];
    double least = 1;
    for (const RankedArticle& article : first)
        if (article.coverage == last_coverage) least = std::min(least, article.score);
    // They stand in document order where they are equal.
    std::ranges::stable_sort(first, [](const RankedArticle& a, const RankedArticle& b) {
        return std::tie(a.coverage, a.score) > std::tie(b.coverage, b.score);
    });
    return {last_evidence, least};
}

}  // namespace

Ranking rank(const Index& index, std::span<const SegmentScope> scopes,
             std::span<const SegmentMatches> matches, const QueryWeights& weights,
             std::uint64_t limit, const ListsArticle& lists) {
    return rank(index, scopes, matches, weights, limit, lists,
                [&](std::span<const RankedArticle> first) {
                    return second_stage(index, scopes, matches, weights, first);
                });
}

Ranking rank(const Index& index, std::span<const SegmentScope> scopes,
             std::span<const SegmentMatches> matches, const QueryWeights& weights,
             std::uint64_t limit, const ListsArticle& lists, const RescoreArticles& rescore) {
    Ranking ranking;
    std::vector<MergeCursor> cursors;
    for (std::uint32_t number = 0; number < scopes.size(); ++number) {
        SegmentRanking segment = rank_segment(scopes[number], matches[number], weights);
        ranking.article_total += matches[number].articles.size();
        ranking.passage_total += segment.passage_total;
        cursors.emplace_back(index.segments()[number], number, std::move(segment.scored));
    }
    Merge merge(std::move(cursors));
    const auto is_full = [&] { return limit != 0 && ranking.articles.size() >= limit; };
    const auto list = [&](const RankedArticle& article) {
        if (lists(article.place)) ranking.articles.push_back(article);
    };
    const bool by_article = !scopes.empty() && scopes.front().plan.unit == AnswerUnit::article;
    std::vector<RankedArticle> first;
    while (by_article && weights.total > 0 && first.size() < scoring::reordered_articles) {
        const std::optional<RankedArticle> next = merge.next();
        if (!next) break;
        first.push_back(*next);
    }
    const RestScore rest = reorder(first, rescore);
    for (std::size_t i = 0; i < first.size() && !is_full(); ++i) list(first[i]);
    while (!is_full()) {
        std::optional<RankedArticle> next = merge.next();
        if (!next) break;
        next->score = rest(next->score);
        list(*next);
    }
    return ranking;
}

double shown_score(const RankedArticle& article) { return article.coverage + article.score; }

double shown_score(const PassageScore& passage, const QueryWeights& weights) {
    return evidence_of(passage, weights);
}

}  // namespace dateline
