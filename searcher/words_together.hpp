#pragma once

#include <memory>

#include "searcher/leaf_blocks.hpp"

namespace dateline {

/// All of the group's tokens side by side, the first one first, or two of them near each other:
/// possible where an article holds all, and where they are to be side by side, neighbours that they
/// are. Scope and group must outlive what is returned.
std::unique_ptr<GroupBlocks> words_together_blocks(const SegmentScope& scope,
                                                   const LanguageGroup& group, bool in_order);

}  // namespace dateline
