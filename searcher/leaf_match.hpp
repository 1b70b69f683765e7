#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "searcher/group_matcher.hpp"
#include "searcher/segment_scope.hpp"

namespace dateline {

/// Finds what a leaf asks for in one segment: a first look at all of it, and exactly what some
/// articles hold. Scope and leaf must outlive it.
class LeafMatcher {
  public:
    LeafMatcher(const SegmentScope& scope, const TextLeaf& leaf);

    /// Whether terms tell all: the first look is sure.
    bool is_told_by_terms() const;
    /// What the first look tells of a block of articles, dead ones too.
    LeafBlock block(std::uint32_t number);
    /// Less of it, sooner.
    LeafGlance glance(std::uint32_t number);
    /// As GroupBlocks has them.
    std::optional<WordTotals> totals();
    std::uint8_t most_share(std::uint32_t number);
    /// The first block from `number` on in which articles may hold it; the segment's number of
    /// blocks where there is none.
    std::uint32_t next_block(std::uint32_t number);
    /// Living articles that may hold it.
    ArticleSet candidates();
    /// Exactly, of these articles, which live; `candidates` of the result: as many.
    LeafMatches in(const ArticleSet& articles);
    /// Exactly, of all.
    LeafMatches all();

  private:
    const std::vector<std::unique_ptr<GroupBlocks>>& blocks();

    const SegmentScope* scope_;
    std::vector<LanguageGroup> groups_;
    std::vector<std::unique_ptr<GroupMatcher>> matchers_;
    std::vector<std::unique_ptr<GroupBlocks>> blocks_;  // of the matchers, when asked for
};

/// Of two sets of articles with none in common.
LeafMatches joined(LeafMatches a, LeafMatches b);

/// Exact: what the terms do not tell is decided by the stored text.
LeafMatches match_leaf(const SegmentScope& scope, const TextLeaf& leaf);

}  // namespace dateline
