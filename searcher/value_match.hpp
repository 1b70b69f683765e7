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

}  // namespace dateline
