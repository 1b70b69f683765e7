#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace dateline {

/// A number of bytes as options take it: digits, then nothing, K, M or G (powers of 1024; lower
/// case too). nullopt for anything else, and beyond 64 bits.
std::optional<std::uint64_t> read_byte_size(std::string_view text);

}  // namespace dateline
