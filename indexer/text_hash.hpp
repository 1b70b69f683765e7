#pragma once

#include <cstdint>
#include <string_view>

namespace dateline {

/// For tables in memory, and not for files: XXH3 of the bytes.
std::uint64_t text_hash(std::string_view text);

}  // namespace dateline
