#pragma once

#include "corpus/analyzer.hpp"
#include "searcher/article_set.hpp"
#include "searcher/query.hpp"
#include "searcher/segment.hpp"

namespace dateline {

/// The articles of a segment that a query of kind `value` (byline, place, source, section, lang,
/// id) or `date` holds for.
ArticleSet match_value(const Segment& segment, const Query& query, Analyzers& analyzers);
ArticleSet match_date(const Segment& segment, const Query& query);

/// Whether an article of the segment has a value, one word of a byline or place, or a day that is
/// asked for: without looking at all that have.
bool holds_value(const Segment& segment, const Query& query);

}  // namespace dateline
