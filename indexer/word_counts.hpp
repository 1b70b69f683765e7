#pragma once

#include <cstdint>
#include <vector>

#include "indexer/segment_source.hpp"

namespace dateline {

/// How often the units and forms of a source occur in its wanted articles, by the source's numbers.
struct WordCounts {
    struct Form {
        std::uint32_t passages = 0;  ///< whose body text holds it
        std::uint32_t articles = 0;  ///< whose headline or body holds it
    };
    std::vector<std::uint64_t> units;
    std::vector<Form> forms;
};

WordCounts count_words(const SegmentSource& source);

}  // namespace dateline
