#include "indexer/text_hash.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace dateline {

std::uint64_t text_hash(std::string_view text) { return XXH3_64bits(text.data(), text.size()); }

}  // namespace dateline
