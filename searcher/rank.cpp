#include "searcher/rank.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <optional>
#include <tuple>

#include "corpus/impact.hpp"

namespace dateline {

namespace {

// best + 1/2 second + 1/4 third + ..., in whole numbers.
std::uint64_t evidence_of(const std::vector<PassageScore>& passages) {
    std::vector<std::uint64_t> scores;
    scores.reserve(passages.size());
    for (const PassageScore& passage : passages) scores.push_back(passage.score);
    std::ranges::sort(scores, std::greater());
    std::uint64_t evidence = 0;
    for (std::size_t i = 0; i < std::min<std::size_t>(scores.size(), 64); ++i)
        evidence += scores[i] >> i;
    return evidence;
}

// In one segment; article numbers are document order.
bool comes_later(const ArticleScore& a, const ArticleScore& b) {
    return std::tuple(a.coverage, a.evidence, b.article) <
           std::tuple(b.coverage, b.evidence, a.article);
}

struct SegmentRanking {
    std::vector<ArticleScore> articles;  // a heap, since mostly only the first few are wanted
    std::uint64_t passage_total = 0;
};

SegmentRanking rank_segment(const SegmentScope& scope, const SegmentMatches& matches,
                            const std::vector<std::uint64_t>& weights) {
    SegmentRanking ranking;
    ranking.articles.reserve(matches.articles.size());
    PassageScorer scorer(scope, matches, weights);
    for (const std::uint32_t article : matches.articles) {
        const std::vector<PassageScore>& passages = scorer.score(article);
        ranking.passage_total += passages.size();
        ranking.articles.push_back({article, scorer.coverage(), evidence_of(passages)});
    }
    std::ranges::make_heap(ranking.articles, comes_later);
    return ranking;
}

// Where the merge of the segments' rankings stands in one of them.
class MergeCursor {
  public:
    // `articles`: a heap.
    MergeCursor(const Segment& segment, std::uint32_t number, std::vector<ArticleScore> articles)
        : segment_(&segment), number_(number), articles_(std::move(articles)) {}

    bool at_end() const { return articles_.empty(); }
    RankedArticle take() {
        std::ranges::pop_heap(articles_, comes_later);
        const ArticleScore taken = articles_.back();
        articles_.pop_back();
        id_.reset();
        return {{number_, taken.article}, taken.coverage, taken.evidence};
    }

    bool comes_before(MergeCursor& other) {
        const ArticleScore& a = articles_.front();
        const ArticleScore& b = other.articles_.front();
        if (std::tie(a.coverage, a.evidence) != std::tie(b.coverage, b.evidence))
            return std::tie(a.coverage, a.evidence) > std::tie(b.coverage, b.evidence);
        const ArticleEntry one = segment_->articles().entry(a.article);
        const ArticleEntry two = other.segment_->articles().entry(b.article);
        if (one.dated != two.dated) return one.dated;
        if (one.day != two.day) return one.day > two.day;
        if (one.seconds != two.seconds) return one.seconds > two.seconds;
        return id() < other.id();
    }

  private:
    const std::string& id() {
        if (!id_) id_ = segment_->header(articles_.front().article).id;
        return *id_;
    }

    const Segment* segment_;
    std::uint32_t number_;
    std::vector<ArticleScore> articles_;
    std::optional<std::string> id_;
};

std::vector<RankedArticle> merged(std::vector<MergeCursor> cursors, std::uint64_t limit,
                                  const ListsArticle& lists) {
    std::vector<RankedArticle> articles;
    while (limit == 0 || articles.size() < limit) {
        MergeCursor* first = nullptr;
        for (MergeCursor& cursor : cursors)
            if (!cursor.at_end() && (first == nullptr || cursor.comes_before(*first)))
                first = &cursor;
        if (first == nullptr) break;
        const RankedArticle taken = first->take();
        if (lists(taken.place)) articles.push_back(taken);
    }
    return articles;
}

std::uint64_t most_score(const std::vector<std::uint64_t>& weights) {
    return max_impact * std::accumulate(weights.begin(), weights.end(), std::uint64_t{0});
}

// Below 1 and in the order of `part`, which is at most `whole`.
double fraction(std::uint64_t part, std::uint64_t whole) {
    return static_cast<double>(part) / static_cast<double>(whole + 1);
}

}  // namespace

bool ranks_before(const PassageScore& a, const PassageScore& b) {
    return std::tuple(b.counted, b.score, a.docid) < std::tuple(a.counted, a.score, b.docid);
}

std::vector<std::uint64_t> leaf_weights(const Plan& plan, std::span<const SegmentMatches> matches,
                                        std::uint64_t article_count) {
    std::vector<std::uint64_t> weights(plan.leaves.size());
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (!plan.leaves[i].ranks) continue;
        std::uint64_t frequency = 0;
        for (const SegmentMatches& segment : matches)
            frequency += segment.leaves[i].articles.size();
        const auto in = static_cast<double>(frequency);
        const auto out = static_cast<double>(article_count - frequency);
        const double weight = plan.leaves[i].boost * std::log1p((out + 0.5) / (in + 0.5));
        weights[i] = static_cast<std::uint64_t>(std::llround(weight));
    }
    return weights;
}

PassageScorer::PassageScorer(const SegmentScope& scope, const SegmentMatches& matches,
                             const std::vector<std::uint64_t>& weights)
    : scope_(scope), matches_(matches), weights_(weights), positions_(matches.leaves.size()) {
    for (std::size_t language = 0; language < scope.plan.languages.size(); ++language)
        roles_.push_back(scope.plan.roles(language));
}

const std::vector<PassageScore>& PassageScorer::score(std::uint32_t article) {
    const auto [first, end] = scope_.docids(article);
    const std::vector<LeafRole>& roles = roles_[scope_.language(article)];
    passages_.assign(end - first, {});
    coverage_ = 0;
    for (std::size_t leaf = 0; leaf < matches_.leaves.size(); ++leaf) {
        if (!roles[leaf].scores) continue;
        const std::vector<Posting>& postings = matches_.leaves[leaf].passages;
        std::size_t& position = positions_[leaf];
        position = position_of(first, postings, position);
        if (position < postings.size() && postings[position].docid < end)
            coverage_ += roles[leaf].counts;
        for (; position < postings.size() && postings[position].docid < end; ++position) {
            PassageScore& passage = passages_[postings[position].docid - first];
            passage.docid = postings[position].docid;
            ++passage.matched;
            passage.counted += roles[leaf].counts;
            passage.score += weights_[leaf] * postings[position].impact;
        }
    }
    std::erase_if(passages_, [](const PassageScore& passage) { return passage.matched == 0; });
    return passages_;
}

Ranking rank(const Index& index, std::span<const SegmentScope> scopes,
             std::span<const SegmentMatches> matches, const std::vector<std::uint64_t>& weights,
             std::uint64_t limit, const ListsArticle& lists) {
    Ranking ranking;
    std::vector<MergeCursor> cursors;
    for (std::uint32_t number = 0; number < scopes.size(); ++number) {
        SegmentRanking segment = rank_segment(scopes[number], matches[number], weights);
        ranking.article_total += matches[number].articles.size();
        ranking.passage_total += segment.passage_total;
        cursors.emplace_back(index.segments()[number], number, std::move(segment.articles));
    }
    ranking.articles = merged(std::move(cursors), limit, lists);
    return ranking;
}

double shown_score(const RankedArticle& article, const std::vector<std::uint64_t>& weights) {
    return article.coverage + fraction(article.evidence, 2 * most_score(weights));
}

double shown_score(const PassageScore& passage, const std::vector<std::uint64_t>& weights) {
    return passage.counted + fraction(passage.score, most_score(weights));
}

}  // namespace dateline
