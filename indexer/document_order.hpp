#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "indexer/segment_source.hpp"

namespace dateline {

/// An article that goes into a new segment.
struct OrderedArticle {
    std::uint32_t source = 0;   ///< that it comes from, and
    std::uint32_t article = 0;  ///< its number there
    DocId first_docid = 1;      ///< in the new segment
};

/// The wanted articles of all sources in document order (article.hpp).
std::vector<OrderedArticle> in_document_order(std::span<const SegmentSource* const> sources);

}  // namespace dateline
