#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dateline::glass {

/// Longer tags are none of ours.
inline constexpr std::uint64_t longest_tag = std::uint64_t{256} << 20;

/// What Xapian has deflated (RFC 1951, nothing around it) of a tag. nullopt where `bytes` do not
/// begin with whole deflated data, or it is more than `longest_tag`.
std::optional<std::string> inflated(std::string_view bytes);

}  // namespace dateline::glass
