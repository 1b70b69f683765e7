#pragma once

#include <memory>
#include <string>

#include "searcher/asked_units.hpp"
#include "searcher/group_matcher.hpp"
#include "searcher/segment_scope.hpp"

namespace dateline {

/// The units of the segment's texts that the group's tokens are, the first of them where there are
/// more than AskedUnits takes.
AskedUnits asked_units(const SegmentScope& scope, const LanguageGroup& group);

/// The term that a term has in headlines.
std::string headline_term(const std::string& term);

/// Finds where the tokens of `group` stand side by side, inside the headline or inside the body, as
/// the leaf's field wants. All must outlive it.
std::unique_ptr<GroupMatcher> phrase_matcher(const SegmentScope& scope, const TextLeaf& leaf,
                                             const LanguageGroup& group);

}  // namespace dateline
