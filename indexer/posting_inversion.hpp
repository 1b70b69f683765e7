#pragma once

#include <span>

#include "indexer/analyzed_articles.hpp"
#include "indexer/document_order.hpp"
#include "indexer/segment_writer.hpp"

namespace dateline {

/// Writes the lengths and posting lists of articles in memory. `order` names `sources` by number.
/// Memory: the posting lists in packed form, about 0.3 bytes a byte of text.
void write_inverted(std::span<const AnalyzedArticles* const> sources,
                    std::span<const OrderedArticle> order, SegmentWriter& writer);

}  // namespace dateline
