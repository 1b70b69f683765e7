#pragma once

#include <cstdint>

#include "corpus/article.hpp"
#include "searcher/segment.hpp"

namespace dateline {

/// A whole article of a segment, put together from all of its passages. Throws Error{index} where
/// it is not what was indexed, as its hash tells: no damaged text is ever shown.
Article indexed_article(const Segment& segment, std::uint32_t article);

}  // namespace dateline
