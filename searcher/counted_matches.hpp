#pragma once

#include <cstdint>

#include "searcher/language_group.hpp"
#include "searcher/segment_scope.hpp"

namespace dateline {

/// Puts together what was found in texts, passage by passage, with the impacts that words standing
/// there as often would have.
class CountedMatches {
  public:
    /// `scope` must outlive it.
    explicit CountedMatches(const SegmentScope& scope) : scope_(scope), cursor_(scope.articles()) {}

    /// Ascending docids. `count`: how often it stands in the passage's body.
    void add(DocId docid, bool in_headline, std::uint32_t count);
    LeafMatches all() && { return std::move(matches_); }

  private:
    const SegmentScope& scope_;
    ArticleCursor cursor_;
    LeafMatches matches_;
    double tokens_ = 0;  // of the passages of the last article
};

}  // namespace dateline
