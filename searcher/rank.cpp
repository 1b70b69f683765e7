#include "searcher/rank.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

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

// What counts as coverage: nothing, where there are many words.
std::uint32_t in_order(std::uint32_t coverage, const PassageScorer& scorer) {
    return scorer.counted_leaves() <= scoring::most_words_in_order ? coverage : 0;
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
    // Of the last of them before, the least of them after.
    RestScore(double last_score, double least_score)
        : scale_(last_score > 0 ? std::min(1.0, least_score / last_score) : 0) {}
    double operator()(double score) const { return scale_ * score; }

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

    Merge merge(std::vector<std::vector<Scored>> by_segment) const {
        std::vector<MergeCursor> cursors;
        for (std::uint32_t number = 0; number < by_segment.size(); ++number) {
            // A heap, since mostly only the first few are wanted.
            std::ranges::make_heap(by_segment[number], comes_later);
            cursors.emplace_back(index.segments()[number], number, std::move(by_segment[number]));
        }
        return Merge(std::move(cursors));
    }
};

/// Articles in order: the first ones by their texts, behind them the others by their evidence.
class ArticleOrder {
  public:
    explicit ArticleOrder(const Found& found) : found_(found), others_(found.merge(by_evidence())) {
        while (found.weights.total > 0 && first_.size() < scoring::reordered_articles) {
            const std::optional<RankedArticle> next = others_.next();
            if (!next) break;
            first_.push_back(*next);
        }
        if (!first_.empty()) reorder();
    }

    /// Passages of all of them that hold something of the query.
    std::uint64_t passage_total() const { return passage_total_; }

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
    std::vector<std::vector<Scored>> by_evidence() {
        std::vector<std::vector<Scored>> by_segment(found_.scopes.size());
        for (std::uint32_t number = 0; number < by_segment.size(); ++number) {
            const SegmentMatches& matches = found_.matches[number];
            by_segment[number].reserve(matches.articles.size());
            PassageScorer scorer(found_.scopes[number], matches, found_.weights);
            for (const std::uint32_t article : matches.articles) {
                passage_total_ += scorer.score(article).size();
                by_segment[number].push_back(
                    {article, 0, in_order(scorer.coverage(), scorer),
                     scorer.evidence() * found_.fading.of({number, article})});
            }
        }
        return by_segment;
    }

    void reorder() {
        const RankedArticle last = first_.back();
        const std::vector<double> scores = found_.rescore(first_);
        double least = 1;
        for (std::size_t i = 0; i < first_.size(); ++i) {
            first_[i].score = scores[i] * found_.fading.of(first_[i].place);
            scores_.emplace(first_[i].place, first_[i].score);
            if (first_[i].coverage == last.coverage) least = std::min(least, first_[i].score);
        }
        // They stand in document order where they are equal.
        std::ranges::stable_sort(first_, [](const RankedArticle& a, const RankedArticle& b) {
            return std::tie(a.coverage, a.score) > std::tie(b.coverage, b.score);
        });
        rest_ = RestScore(last.score, least);
    }

    const Found& found_;
    std::uint64_t passage_total_ = 0;
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
            scored.push_back({article, *docid, in_order(score->counted, scorer),
                              (1 - scoring::context_share) * own + context});
        }
    }
    return scored;
}

Merge passage_order(const Found& found) {
    const ArticleOrder articles(found);
    std::vector<std::vector<Scored>> by_segment;
    for (std::uint32_t number = 0; number < found.scopes.size(); ++number)
        by_segment.push_back(scored_passages(found, number, articles));
    return found.merge(std::move(by_segment));
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

Ranking listed(const Found& found, std::uint64_t limit, const ListsArticle& lists) {
    Ranking ranking;
    for (const SegmentMatches& segment : found.matches) {
        ranking.article_total += segment.articles.size();
        ranking.passage_total += segment.passages.size();
    }
    if (!found.scopes.empty() && found.scopes.front().plan.unit == AnswerUnit::passage) {
        ranking.articles = first_listed(passage_order(found), limit, lists);
        return ranking;
    }
    ArticleOrder order(found);
    ranking.passage_total = order.passage_total();
    ranking.articles = first_listed(std::move(order), limit, lists);
    return ranking;
}

}  // namespace

Ranking rank(const Index& index, std::span<const SegmentScope> scopes,
             std::span<const SegmentMatches> matches, const QueryWeights& weights,
             std::uint64_t limit, const ListsArticle& lists, const RankingOptions& options) {
    const RescoreArticles rescore = [&](std::span<const RankedArticle> first) {
        return second_stage(index, scopes, matches, weights, first, options.feedback);
    };
    return listed({index, scopes, matches, weights, rescore, Fading(index, options.freshness)},
                  limit, lists);
}

Ranking rank(const Index& index, std::span<const SegmentScope> scopes,
             std::span<const SegmentMatches> matches, const QueryWeights& weights,
             std::uint64_t limit, const ListsArticle& lists, const RescoreArticles& rescore) {
    return listed({index, scopes, matches, weights, rescore, Fading(index, std::nullopt)}, limit,
                  lists);
}

double shown_score(const RankedArticle& article) { return article.coverage + article.score; }

double shown_score(const PassageScore& passage, const QueryWeights& weights) {
    return evidence_of(passage, weights);
}

}  // namespace dateline
