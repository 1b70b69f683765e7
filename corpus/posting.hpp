#pragma once

#include <cstdint>

#include "corpus/articles_file.hpp"

namespace dateline {

/// That a term stands in a passage, and how much that says: impact.hpp, 0 for filter terms.
struct Posting {
    DocId docid = 0;
    std::uint32_t impact = 0;

    bool operator==(const Posting&) const = default;
};

}  // namespace dateline
