#pragma once

#include <memory>
#include <span>
#include <vector>

#include "searcher/asked_article.hpp"
#include "searcher/loaded_texts.hpp"
#include "searcher/telling_terms.hpp"
#include "searcher/token_counts.hpp"

namespace dateline {

/// How much articles say of telling terms, whatever their language: BM25 over headline and body,
/// from the stored codes.
class ExpandedScorer {
  public:
    /// All must outlive the scorer. `scopes`: of all segments; so is `loaded`, unless it is empty.
    ExpandedScorer(std::span<const SegmentScope> scopes, const ArchiveSize& archive,
                   std::span<const TellingTerm> terms, std::span<const LoadedTexts> loaded = {});
    ExpandedScorer(const ExpandedScorer&) = delete;
    ExpandedScorer& operator=(const ExpandedScorer&) = delete;

    /// 0 to 1.
    double score(ArticlePlace place);

  private:
    /// What looks through the articles of a segment.
    struct Readers {
        std::unique_ptr<TokenCounts> counts;
        std::unique_ptr<AskedArticleReader> words;  ///< for texts whose words overlap
    };

    void count(ArticlePlace place);
    bool count_units(ArticlePlace place);
    void count_words(ArticlePlace place);

    std::span<const SegmentScope> scopes_;
    const ArchiveSize& archive_;
    std::span<const TellingTerm> terms_;
    std::span<const LoadedTexts> loaded_;
    AskedWords asked_;
    std::vector<Readers> readers_;       // by segment
    std::vector<std::uint32_t> counts_;  // of the article at hand, by term
};

}  // namespace dateline
