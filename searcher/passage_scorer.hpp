#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "searcher/match.hpp"

namespace dateline {

/// What one passage of an article has to say for a query.
struct PassageScore {
    DocId docid = 0;
    std::uint32_t matched = 0;  ///< leaves that it holds
    std::uint32_t counted = 0;  ///< of them, those that count in its language
    std::uint64_t score = 0;    ///< sum of weight x impact of those that count
};

/// Whether the number of leaves that an article holds counts for its place before its evidence
/// does: where there are a few.
bool counts_coverage(std::uint32_t counted_leaves);

/// Best first: score, then reading order.
bool ranks_before(const PassageScore& a, const PassageScore& b);

/// Of all living articles of an index.
struct ArchiveSize {
    std::uint64_t articles = 0;
    std::uint64_t passages = 0;
    std::uint64_t text_bytes = 0;

    /// Of an article's text.
    double average_bytes() const;
    /// Words of a passage.
    double average_tokens() const;
};

/// In how many articles a leaf of a query holds, and how often in all of them.
struct LeafStatistics {
    double articles = 0;
    double frequency = 0;
};

/// What weighs how much in a query.
struct QueryWeights {
    std::vector<std::uint64_t> leaves;  ///< round(1000 x boost x word_weight); 0: does not rank
    std::uint64_t total = 0;            ///< of those that count in one language, the most
    std::vector<double> frequencies;    ///< of leaves: how often what they ask for stands there
    ArchiveSize archive;
};

/// Below 1, as an article's.
double evidence_of(const PassageScore& passage, const QueryWeights& weights);

/// ln(1 + (N - n + 1/2) / (n + 1/2)) (Robertson & Zaragoza 2009, section 3.1, kept positive) of
/// what `in` of `all` articles or passages hold.
double idf(double in, double all);

/// boost 1: idf^p x (1 + r x ridf) with idf over articles and
/// ridf = max(0, ln(N / n) + ln(1 - e^(-f / N))) (Church & Gale 1995), for a word that stands `f`
/// times in `n` of `N` articles.
double word_weight(double articles, double frequency, double article_count);

/// `statistics`: of each leaf over all segments (leaf_statistics.hpp), so that weights are the same
/// however an index is cut; none of an index without segments.
QueryWeights query_weights(const ArchiveSize& archive, const Plan& plan,
                           std::span<const LeafStatistics> statistics);

/// Scores the passages of one article after another; quickest in ascending order.
class PassageScorer {
  public:
    /// All must outlive the scorer.
    PassageScorer(const SegmentScope& scope, const SegmentMatches& matches,
                  const QueryWeights& weights);
    /// The article's passages with at least one match, in reading order. Valid until the next call.
    const std::vector<PassageScore>& score(std::uint32_t article);
    /// Of the article of the last call: counted leaves that it holds.
    std::uint32_t coverage() const { return coverage_; }
    /// How many count in its language.
    std::uint32_t counted_leaves() const { return counted_leaves_; }
    /// What it has to say as a whole, 0 to 1: sum of weight x saturated frequency, of all that the
    /// query weighs.
    double evidence() const;

  private:
    const SegmentScope& scope_;
    const SegmentMatches& matches_;
    const QueryWeights& weights_;
    std::vector<std::size_t> positions_;  // in the leaves' postings
    std::vector<PassageScore> passages_;
    std::vector<double> frequencies_;  // by leaf; 0 where it does not count
    double length_ = 1;                // of the article, as part of the average
    std::uint32_t coverage_ = 0;
    std::uint32_t counted_leaves_ = 0;
};

}  // namespace dateline
