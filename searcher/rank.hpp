#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "searcher/index.hpp"
#include "searcher/match.hpp"

namespace dateline {

/// What one passage of an article has to say for a query.
struct PassageScore {
    DocId docid = 0;
    std::uint32_t matched = 0;  ///< leaves that it holds
    std::uint32_t counted = 0;  ///< of them, those that count in its language
    std::uint64_t score = 0;    ///< sum of weight x impact
};

/// Best first: more of the words, then score, then reading order.
bool ranks_before(const PassageScore& a, const PassageScore& b);

struct ArticleScore {
    std::uint32_t article = 0;
    std::uint32_t coverage = 0;  ///< counted leaves that it holds
    std::uint64_t evidence = 0;  ///< best passage + 1/2 second + 1/4 third ...
};

struct RankedArticle {
    ArticlePlace place;
    std::uint32_t coverage = 0;
    std::uint64_t evidence = 0;
};

struct Ranking {
    std::vector<RankedArticle> articles;  ///< the first `limit` of those listed, in order
    std::uint64_t article_total = 0;      ///< listed or not
    std::uint64_t passage_total = 0;
};

/// round(1000 x boost x idf) of each leaf that ranks, else 0; idf = ln(1 + (N - df + 1/2) / (df +
/// 1/2)) over articles (Robertson & Zaragoza 2009, section 3.1, kept positive).
std::vector<std::uint64_t> leaf_weights(const Plan& plan, std::span<const SegmentMatches> matches,
                                        std::uint64_t article_count);

/// Scores the passages of one article after another; quickest in ascending order.
class PassageScorer {
  public:
    /// All must outlive the scorer.
    PassageScorer(const SegmentScope& scope, const SegmentMatches& matches,
                  const std::vector<std::uint64_t>& weights);
    /// The article's passages with at least one match, in reading order. Valid until the next call.
    const std::vector<PassageScore>& score(std::uint32_t article);
    /// Counted leaves that the article of the last call holds.
    std::uint32_t coverage() const { return coverage_; }

  private:
    const SegmentScope& scope_;
    const SegmentMatches& matches_;
    const std::vector<std::uint64_t>& weights_;
    std::vector<std::vector<LeafRole>> roles_;  // by language, by leaf
    std::vector<std::size_t> positions_;        // in the leaves' postings
    std::vector<PassageScore> passages_;
    std::uint32_t coverage_ = 0;
};

/// Asked of one article after another, best first: whether it is listed.
using ListsArticle = std::function<bool(ArticlePlace)>;

/// Orders all articles that match: more of the words first, then evidence, then document order
/// across segments. `limit` 0: all that are listed.
Ranking rank(const Index& index, std::span<const SegmentScope> scopes,
             std::span<const SegmentMatches> matches, const std::vector<std::uint64_t>& weights,
             std::uint64_t limit, const ListsArticle& lists);

/// The scores that people see: words held + evidence as a fraction of the most there can be.
double shown_score(const RankedArticle& article, const std::vector<std::uint64_t>& weights);
double shown_score(const PassageScore& passage, const std::vector<std::uint64_t>& weights);

}  // namespace dateline
