#pragma once

#include <cstdint>
#include <vector>

#include "searcher/language_group.hpp"
#include "searcher/segment_scope.hpp"

namespace dateline {

/// Which words of a phrase follow each other, as the file `pairs` of a segment knows it: an article
/// in which they do not has no phrase either, and is not read.
class AskedPairs {
  public:
    /// Of the group's tokens side by side. The segment must outlive it.
    AskedPairs(const SegmentScope& scope, const LanguageGroup& group);

    /// False: the phrase is not in the article.
    bool may_stand_in(std::uint32_t article) const;
    /// That this is asked soon.
    void fetch(std::uint32_t article) const;

  private:
    const PairsFile& file_;
    /// Of two neighbours each, the pairs that they may be. None: the file tells nothing of them.
    std::vector<std::vector<std::uint64_t>> neighbours_;
};

}  // namespace dateline
