#pragma once

#include <memory>

#include "searcher/group_matcher.hpp"
#include "searcher/segment_scope.hpp"

namespace dateline {

/// Finds where the tree of `group` holds: the passages in which its spans begin. Both must outlive
/// it.
std::unique_ptr<GroupMatcher> span_matcher(const SegmentScope& scope, const LanguageGroup& group);

}  // namespace dateline
