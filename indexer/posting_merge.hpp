#pragma once

#include <span>

#include "indexer/document_order.hpp"
#include "indexer/segment_writer.hpp"
#include "indexer/stored_segment.hpp"

namespace dateline {

/// Writes the lengths and posting lists of the articles of several segments, renumbered: impacts
/// depend on their passage alone, so nothing is computed anew. `order` names `segments` by number.
void write_merged(std::span<StoredSegment* const> segments, std::span<const OrderedArticle> order,
                  SegmentWriter& writer);

}  // namespace dateline
