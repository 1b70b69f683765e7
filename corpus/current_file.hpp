#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace dateline {

/// The file `CURRENT` of an index: the name of the manifest in force and its XXH3, since a bit of a
/// name can turn it into that of an earlier manifest, which is there as well.
std::string encode_current(std::string_view manifest_name);

/// The name. Throws Error{index} for anything else. An index before format 5
/// has a name and a newline alone: taken, so that its manifest can say of which version it is.
std::string decode_current(std::string_view bytes, const std::filesystem::path& file);

}  // namespace dateline
