#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace dateline {

/// A manifest's name is this and its number.
inline constexpr std::string_view manifest_kind = "manifest-";

/// The file `CURRENT` of an index: a line of the name of the manifest in force and the XXH3 of the
/// name and the manifest's bytes, since a bit of a name can turn it into that of an earlier
/// manifest, and another manifest can be put in the place of one. Behind it the manifest once more:
/// whichever of the two files is damaged, the other knows all.
std::string encode_current(std::string_view manifest_name, std::string_view manifest);

/// The name, which holds only where CURRENT is as encode_current has it for that manifest: an index
/// of an older format has other checksums or none, and its manifest says which it is. Throws
/// Error{index} for what names no manifest.
std::string decode_current(std::string_view bytes, const std::filesystem::path& file);

/// The bytes of the manifest, a part of `bytes`; nullopt where CURRENT is not as encode_current has
/// it for any.
std::optional<std::string_view> manifest_in_current(std::string_view bytes);

}  // namespace dateline
