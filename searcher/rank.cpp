#include "searcher/rank.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "searcher/score_constants.hpp"
#include "searcher/second_stage.hpp"
#include "searcher/segment_order.hpp"

namespace dateline {

namespace {

// In document order.
bool precedes(const Index& index, ArticlePlace a, ArticlePlace b) {
    if (a.segment == b.segment) return a.article < b.article;
    const Segment& segment_of_a = index.segments()[a.segment];
    const Segment& segment_of_b = index.segments()[b.segment];
    const ArticleEntry one = segment_of_a.articles().entry(a.article);
    const ArticleEntry two = segment_of_b.articles().entry(b.article);
    if (one.dated != two.dated) return one.dated;
    if (one.day != two.day) return one.day > two.day;
    if (one.seconds != two.seconds) return one.seconds > two.seconds;
    return segment_of_a.header(a.article).id < segment_of_b.header(b.article).id;
}

// Where the merge of the segments' rankings stands in one of them.
class MergeCursor {
  public:
    MergeCursor(const Index& index, std::uint32_t number, SegmentOrder order)
        : index_(&index), number_(number), order_(std::move(order)) {}

    bool at_end() { return order_.at_end(); }
    RankedArticle take() {
        const Scored taken = order_.take();
        return {{number_, taken.article}, taken.docid, taken.coverage, taken.score};
    }

    bool comes_before(MergeCursor& other) {
        const Scored& a = order_.front();
        const Scored& b = other.order_.front();
        if (std::tie(a.coverage, a.score) != std::tie(b.coverage, b.score))
            return std::tie(a.coverage, a.score) > std::tie(b.coverage, b.score);
        return precedes(*index_, {number_, a.article}, {other.number_, b.article});
    }

  private:
    const Index* index_;
    std::uint32_t number_;
    SegmentOrder order_;
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
    // Of the last of them before, the least of them after.
    RestScore(double last_score, double least_score)
        : scale_(last_score > 0 ? std::min(1.0, least_score / last_score) : 0) {}
    double operator()(double score) const { return rounded_score(scale_ * score); }

  private:
    double scale_;
};

/// What a ranking is made of.
struct Found {
    const Index& index;
    std::span<const SegmentScope> scopes;
    std::span<const SegmentMatches> matches;
    const QueryWeights& weights;
    const RescoreArticles& rescore;
    Fading fading;
    const MatchedIndex* undecided = nullptr;  ///< whose articles are ordered, decided or not; null
                                              ///< where matches are all

    template <class OrderOf>
    Merge merged(const OrderOf& order_of) const {
        std::vector<MergeCursor> cursors;
        for (std::uint32_t number = 0; number < scopes.size(); ++number)
            cursors.emplace_back(index, number, order_of(number));
        return Merge(std::move(cursors));
    }

    /// `wanted`: about how many of them; 0: all.
    Merge by_evidence(std::size_t wanted) const {
        return merged([&](std::uint32_t number) {
            return undecided != nullptr ? SegmentOrder(*undecided, number, fading, wanted)
                                        : SegmentOrder(scored_articles(number));
        });
    }

  private:
    std::vector<Scored> scored_articles(std::uint32_t number) const {
        std::vector<Scored> scored;
        PassageScorer scorer(scopes[number], matches[number], weights);
        for (const std::uint32_t article : matches[number].articles) {
            scorer.score(article);
            scored.push_back({article, 0,
                              counts_coverage(scorer.counted_leaves()) ? scorer.coverage() : 0,
                              rounded_score(scorer.evidence() * fading.of({number, article}))});
        }
        return scored;
    }
};

std::vector<ArticlePlace> places_of(const std::vector<RankedArticle>& articles) {
    std::vector<ArticlePlace> places;
    places.reserve(articles.size());
    for (const RankedArticle& article : articles) places.push_back(article.place);
    return places;
}

/// Articles in order: the first ones by their texts, behind them the others by their evidence.
class ArticleOrder {
  public:
    /// `wanted`: about how many of them; 0: all.
    ArticleOrder(const Found& found, std::uint64_t wanted)
        : found_(found),
          reorders_(found.rescore && found.weights.total > 0),
          others_(found.by_evidence(
              reorders_ && wanted > 0 ? std::max<std::uint64_t>(wanted, scoring::reordered_articles)
                                      : wanted)) {
        while (reorders_ && first_.size() < scoring::reordered_articles) {
            const std::optional<RankedArticle> next = others_.next();
            if (!next) break;
            first_.push_back(*next);
        }
        if (!first_.empty()) reorder();
    }

    std::optional<RankedArticle> next() {
        if (taken_ < first_.size()) return first_[taken_++];
        std::optional<RankedArticle> next = others_.next();
        if (next) next->score = rest_(next->score);
        return next;
    }

    /// Of an article with that evidence.
    double score(ArticlePlace place, double evidence) const {
        const auto known = scores_.find(place);
        return known != scores_.end() ? known->second : rest_(evidence * found_.fading.of(place));
    }

  private:
    void reorder() {
        const RankedArticle last = first_.back();
        if (found_.undecided != nullptr) found_.undecided->decide(places_of(first_));
        const std::vector<double> scores = found_.rescore(first_);
        double least = 1;
        for (std::size_t i = 0; i < first_.size(); ++i) {
            first_[i].score = rounded_score(scores[i] * found_.fading.of(first_[i].place));
            scores_.emplace(first_[i].place, first_[i].score);
            if (first_[i].coverage == last.coverage) least = std::min(least, first_[i].score);
        }
        std::ranges::sort(first_, [&](const RankedArticle& a, const RankedArticle& b) {
            if (std::tie(a.coverage, a.score) != std::tie(b.coverage, b.score))
                return std::tie(a.coverage, a.score) > std::tie(b.coverage, b.score);
            return precedes(found_.index, a.place, b.place);
        });
        rest_ = RestScore(last.score, least);
    }

    const Found& found_;
    bool reorders_;
    Merge others_;
    std::vector<RankedArticle> first_;
    std::size_t taken_ = 0;
    std::map<ArticlePlace, double> scores_;  // of the first
    RestScore rest_{1, 1};
};

// Passages by what they say and by what their articles are worth; of those that hold no word, only
// what else is asked for, the score is 0.
std::vector<Scored> scored_passages(const Found& found, std::uint32_t number,
                                    const ArticleOrder& articles) {
    const SegmentMatches& matches = found.matches[number];
    std::vector<Scored> scored;
    scored.reserve(matches.passages.size());
    PassageScorer scorer(found.scopes[number], matches, found.weights);
    auto docid = matches.passages.begin();
    for (const std::uint32_t article : matches.articles) {
        const std::vector<PassageScore>& scores = scorer.score(article);
        const ArticlePlace place{number, article};
        const double fading = found.fading.of(place);
        const double context = scoring::context_share * articles.score(place, scorer.evidence());
        auto score = scores.begin();
        for (const DocId end = found.scopes[number].docids(article).second;
             docid != matches.passages.end() && *docid < end; ++docid) {
            while (score != scores.end() && score->docid < *docid) ++score;
            if (score == scores.end() || score->docid != *docid) {
                scored.push_back({article, *docid, 0, 0});
                continue;
            }
            const double own = evidence_of(*score, found.weights) * fading;
            scored.push_back({article, *docid,
                              counts_coverage(scorer.counted_leaves()) ? score->counted : 0,
                              rounded_score((1 - scoring::context_share) * own + context)});
        }
    }
    return scored;
}

Merge passage_order(const Found& found) {
    const ArticleOrder articles(found, 0);
    return found.merged([&](std::uint32_t number) {
        return SegmentOrder(scored_passages(found, number, articles));
    });
}

template <class Order>
std::vector<RankedArticle> first_listed(Order order, std::uint64_t limit,
                                        const ListsArticle& lists) {
    std::vector<RankedArticle> articles;
    while (limit == 0 || articles.size() < limit) {
        const std::optional<RankedArticle> next = order.next();
        if (!next) break;
        if (lists(next->place)) articles.push_back(*next);
    }
    return articles;
}

std::vector<RankedArticle> listed(const Found& found, std::uint64_t limit,
                                  const ListsArticle& lists) {
    if (!found.scopes.empty() && found.scopes.front().plan.unit == AnswerUnit::passage)
        return first_listed(passage_order(found), limit, lists);
    return first_listed(ArticleOrder(found, limit), limit, lists);
}

Found found_in(const MatchedIndex& matched, const RescoreArticles& rescore, Fading fading) {
    return {matched.index(),
            matched.scopes(),
            matched.matches(),
            matched.weights(),
            rescore,
            fading,
            matched.plan().unit == AnswerUnit::passage ? nullptr : &matched};
}

}  // namespace

std::vector<RankedArticle> rank(const MatchedIndex& matched, std::uint64_t limit,
                                const ListsArticle& lists, const RankingOptions& options) {
    const RescoreArticles rescore = [&](std::span<const RankedArticle> first) {
        return second_stage(matched.index(), matched.scopes(), matched.matches(), matched.weights(),
                            first, options.feedback);
    };
    return listed(found_in(matched, rescore, Fading(matched.index(), options.freshness)), limit,
                  lists);
}

std::vector<RankedArticle> rank(const MatchedIndex& matched, std::uint64_t limit,
                                const ListsArticle& lists, const RescoreArticles& rescore) {
    return listed(found_in(matched, rescore, Fading(matched.index(), std::nullopt)), limit, lists);
}

std::vector<RankedArticle> rank(const MatchedIndex& matched,
                                std::span<const SegmentMatches> matches, std::uint64_t limit,
                                const ListsArticle& lists, const RescoreArticles& rescore) {
    return listed({matched.index(), matched.scopes(), matches, matched.weights(), rescore,
                   Fading(matched.index(), std::nullopt)},
                  limit, lists);
}

double shown_score(const RankedArticle& article) { return article.coverage + article.score; }

double shown_score(const PassageScore& passage, const QueryWeights& weights) {
    return evidence_of(passage, weights);
}

}  // namespace dateline
