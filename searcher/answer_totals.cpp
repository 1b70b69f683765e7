#include "searcher/answer_totals.hpp"

#include "searcher/leaf_statistics.hpp"

namespace dateline {

namespace {

/// Which passages of a segment hold something that scores.
class MatchedPassages {
  public:
    MatchedPassages(const SegmentScope& scope, const SegmentMatches& matches)
        : scope_(scope), is_matched_(scope.articles().passage_count() + 1) {
        for (std::size_t leaf = 0; leaf < matches.leaves.size(); ++leaf)
            if (scope.plan.leaves[leaf].ranks) mark(leaf, matches);
    }

    std::uint64_t count(const ArticleSet& articles) const {
        std::uint64_t passages = 0;
        for (const std::uint32_t article : articles) {
            const auto [first, end] = scope_.docids(article);
            for (DocId docid = first; docid < end; ++docid) passages += is_matched_[docid];
        }
        return passages;
    }

  private:
    void mark(std::size_t leaf, const SegmentMatches& matches) {
        const bool are_all = scope_.plan.languages.size() == 1 && matches.idle_articles.empty();
        ArticleCursor cursor(scope_.articles());
        for (const Posting& posting : matches.leaves[leaf].passages)
            if (are_all || scores(leaf, cursor.article_of(posting.docid), matches))
                is_matched_[posting.docid] = 1;
    }

    bool scores(std::size_t leaf, std::uint32_t article, const SegmentMatches& matches) const {
        return scope_.plan.roles(scope_.language(article))[leaf].scores &&
               !matches.is_idle(leaf, article);
    }

    const SegmentScope& scope_;
    std::vector<char> is_matched_;  // by docid
};

std::uint64_t passages_of(const SegmentScope& scope, const SegmentMatches& matches) {
    return scope.plan.unit == AnswerUnit::passage
               ? matches.passages.size()
               : MatchedPassages(scope, matches).count(matches.articles);
}

AnswerTotals estimated_totals(const MatchedIndex& matched) {
    const std::uint64_t step = sample_step(matched.possible_count());
    AnswerTotals totals{0, std::nullopt, false};
    for (std::size_t i = 0; i < matched.scopes().size(); ++i) {
        const ArticleSet sample =
            sampled(matched.scopes()[i].articles(), matched.possible()[i].articles(), step);
        matched.decide(i, sample);
        totals.articles += step * in_both(sample, matched.matches()[i].articles).size();
    }
    return totals;
}

}  // namespace

AnswerTotals answer_totals(const MatchedIndex& matched, Counted counted) {
    if (counted == Counted::passages) matched.decide_few();
    if (matched.is_complete()) return answer_totals(matched, matched.matches(), counted);
    const std::vector<const ArticleSet*> known = matched.known_articles();
    if (known.empty() && !matched.scopes().empty()) return estimated_totals(matched);
    AnswerTotals totals;
    for (const ArticleSet* articles : known) totals.articles += articles->size();
    return totals;
}

AnswerTotals answer_totals(const MatchedIndex& matched, std::span<const SegmentMatches> matches,
                           Counted counted) {
    AnswerTotals totals;
    if (counted == Counted::passages) totals.passages = 0;
    for (std::size_t i = 0; i < matches.size(); ++i) {
        totals.articles += matches[i].articles.size();
        if (totals.passages) *totals.passages += passages_of(matched.scopes()[i], matches[i]);
    }
    return totals;
}

}  // namespace dateline
