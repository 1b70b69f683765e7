#pragma once

#include <cstdint>

#include "searcher/index.hpp"
#include "searcher/search.hpp"

namespace dateline {

struct RelatedOptions {
    std::uint64_t limit = 10;         ///< 0: all that share words with it
    std::uint32_t passages_each = 2;  ///< of each article, those that share most
    bool older_only = false;          ///< only what appeared before it
};

/// What a reader of an article, or of its passage `passage` (from 1; 0: of all of it), wants to
/// read next: other articles by its most telling words, best first; none of its near-duplicates,
/// and near-duplicates among the others folded. The matches are the rarer words they share. Where
/// there is nothing, a note says why. Deterministic, however the index is cut.
SearchResult find_related(const Index& index, ArticlePlace place, std::uint32_t passage,
                          const RelatedOptions& options);

}  // namespace dateline
