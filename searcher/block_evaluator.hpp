#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "searcher/match.hpp"

namespace dateline {

/// Articles of a block that a plan or one of its nodes may hold for, and those that it holds for.
struct FoundInBlock {
    ArticleBits possible;
    ArticleBits sure;
};

/// Looks at one block of a segment's articles after the other, for a whole plan whose answers are
/// articles. Matcher and scope must outlive it.
class BlockEvaluator {
  public:
    BlockEvaluator(const SegmentScope& scope, SegmentMatcher& matcher);

    /// The first block from `number` on in which the plan may hold; the segment's number of blocks
    /// where there is none.
    std::uint32_t next(std::uint32_t number) const { return next(scope_->plan.root, number); }
    /// The living articles of a block that the plan may hold for.
    FoundInBlock look(std::uint32_t number);
    /// Of the block looked at, in the articles that the plan may hold for without those that are
    /// idle there (SegmentMatches).
    const std::vector<LeafBlock>& leaves() const { return leaves_; }
    /// The same of a block of which no more is wanted.
    const std::vector<LeafBlock>& look_at_leaves(std::uint32_t number);
    /// Where the plan is one word of a segment in which all articles live: how many have it.
    /// Nothing where to know that takes as long as to look.
    std::optional<std::uint64_t> articles_of_one_word() const;
    /// Then of a block, with all of its articles as possible ones; none where none has the word.
    const std::vector<LeafGlance>& outline(std::uint32_t number);
    /// The living articles of a block that the plan holds for, of a plan that terms tell all of.
    ArticleBits glance(std::uint32_t number);
    /// Of the block glanced at; idle ones too.
    const std::vector<LeafGlance>& glances() const { return glances_; }

  private:
    void read_leaves(std::uint32_t number);
    void find_values(const PlanNode& node);
    void add_set(const PlanNode& node, const ArticleSet& articles);
    FoundInBlock living(const FoundInBlock& found) const;

    void leave_idle(const FoundInBlock& found);
    std::vector<FoundInBlock> shared(const std::vector<FoundInBlock>& useful) const;
    void add_useful(const PlanNode& node, const FoundInBlock& active,
                    std::vector<FoundInBlock>& useful) const;

    FoundInBlock of(const PlanNode& node) const;
    FoundInBlock in_all(const std::vector<PlanNode>& nodes) const;
    FoundInBlock in_any(const std::vector<PlanNode>& nodes) const;
    FoundInBlock in_sequence(const std::vector<PlanNode>& nodes) const;
    FoundInBlock with_enough_of(const std::vector<const PlanNode*>& wanted,
                                std::uint32_t needed) const;
    FoundInBlock in_language(const FoundInBlock& found, std::size_t language) const;
    const std::vector<std::vector<bool>>& counted_in(
        const std::vector<const PlanNode*>& wanted) const;

    std::uint32_t next(const PlanNode& node, std::uint32_t number) const;
    std::uint32_t next_with_value(const PlanNode& node, std::uint32_t number) const;
    std::uint32_t first_of(const std::vector<PlanNode>& nodes, std::uint32_t number) const;
    std::uint32_t next_in_sequence(const std::vector<PlanNode>& nodes, std::uint32_t number) const;

    const SegmentScope* scope_;
    SegmentMatcher* matcher_;
    std::vector<LeafBlock> leaves_;
    std::vector<LeafGlance> glances_;
    bool has_idle_leaves_;
    std::map<const PlanNode*, std::vector<ArticleBits>> values_;  // by block
    // By the first wanted node of a sequence.
    mutable std::map<const PlanNode*, std::vector<std::vector<bool>>> counted_;
    std::uint32_t number_ = 0;  // of the block looked at
};

}  // namespace dateline
