#pragma once

#include <span>
#include <vector>

#include "searcher/copy_fold.hpp"
#include "searcher/mark_reader.hpp"
#include "searcher/matched_index.hpp"
#include "searcher/rank.hpp"
#include "searcher/search.hpp"

namespace dateline {

/// Reads the texts of ranked articles of one segment and shows in them what matched.
class HitReader {
  public:
    /// All must outlive the reader.
    HitReader(const SegmentScope& scope, const SegmentMatches& matches,
              const QueryWeights& weights);
    /// Of a ranked article its best passages; what goes on from one of them into the next ones is
    /// shown to its end, whatever `passages_each`. Of a ranked passage that one.
    ArticleHit read(const RankedArticle& ranked, std::uint32_t passages_each);

  private:
    PassageScore score_of(const RankedArticle& ranked);
    void add_best_passages(ArticleHit& hit, const RankedArticle& ranked,
                           std::uint32_t passages_each, const ArticleMarks& marks,
                           ArticleText& text);
    void add_with_rest(ArticleHit& hit, const std::vector<PassageScore>& scores, std::size_t which,
                       std::vector<bool>& is_shown, const ArticleMarks& marks, ArticleText& text);
    void add_passage(ArticleHit& hit, const PassageScore& score, const ArticleMarks& marks,
                     ArticleText& text);

    const SegmentScope& scope_;
    const QueryWeights& weights_;
    PassageScorer scorer_;
    MarkReader marks_;
};

/// The articles or passages of a ranking, with what is folded into them. `matches`: those of
/// `matched`, or fewer articles of them.
std::vector<ArticleHit> read_hits(const MatchedIndex& matched,
                                  std::span<const SegmentMatches> matches,
                                  std::span<const RankedArticle> articles,
                                  std::uint32_t passages_each, const CopyFold& fold);

/// The same as ids alone (HitDetail::ids).
std::vector<ArticleHit> read_hit_ids(const Index& index, std::span<const RankedArticle> articles);

}  // namespace dateline
