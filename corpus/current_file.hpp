#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace dateline {

/// The file `CURRENT` of an index: the name of the manifest in force and its XXH3, since a bit of a
/// name can turn it into that of an earlier manifest, which is there as well.
std::string encode_current(std::string_view manifest_name);

/// The name. Throws Error{index} for anything else. A file without a checksum, as indexes had it
/// once, is a name and a newline.
std::string decode_current(std::string_view bytes, const std::filesystem::path& file);

}  // namespace dateline
