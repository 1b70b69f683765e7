#pragma once

#include <memory>

#include "searcher/leaf_blocks.hpp"

namespace dateline {

/// Looks for what a leaf asks for in the articles of a group of languages.
class GroupMatcher {
  public:
    GroupMatcher() = default;
    GroupMatcher(const GroupMatcher&) = delete;
    GroupMatcher& operator=(const GroupMatcher&) = delete;
    virtual ~GroupMatcher() = default;

    /// Whether terms tell all: blocks() is sure.
    virtual bool is_told_by_terms() const = 0;
    /// A first look, without a word of the texts, mostly without postings. This object must outlive
    /// it.
    virtual std::unique_ptr<GroupBlocks> blocks() = 0;
    /// Exactly, of these articles, which live; those of other languages do not hold it.
    virtual LeafMatches in(const ArticleSet& articles) = 0;
};

}  // namespace dateline
