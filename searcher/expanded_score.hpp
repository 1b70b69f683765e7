#pragma once

#include <memory>
#include <span>
#include <vector>

#include "searcher/asked_article.hpp"
#include "searcher/telling_terms.hpp"

namespace dateline {

/// How much articles say of telling terms, whatever their language: BM25 over headline and body,
/// from the stored codes.
class ExpandedScorer {
  public:
    /// All must outlive the scorer. `scopes`: of all segments.
    ExpandedScorer(std::span<const SegmentScope> scopes, const ArchiveSize& archive,
                   std::span<const TellingTerm> terms);
    ExpandedScorer(const ExpandedScorer&) = delete;
    ExpandedScorer& operator=(const ExpandedScorer&) = delete;

    /// 0 to 1.
    double score(ArticlePlace place);

  private:
    AskedArticleReader& reader(std::uint32_t segment);

    std::span<const SegmentScope> scopes_;
    const ArchiveSize& archive_;
    std::span<const TellingTerm> terms_;
    AskedWords asked_;
    std::vector<std::unique_ptr<AskedArticleReader>> readers_;  // by segment
};

}  // namespace dateline
