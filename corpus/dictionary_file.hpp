#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "corpus/mapped_file.hpp"

namespace dateline {

/// What stands before the number in the name of a dictionary's file: "dictionary-HASH", with the
/// XXH3 of its bytes. zstd's dictionaries have no room for a checksum, and manifests, which name
/// them, have one.
std::string dictionary_kind(std::string_view bytes);

/// The dictionary of an index; empty where `name` is. Throws Error{index} where its bytes are not
/// those that its name tells.
MappedFile open_dictionary(const std::filesystem::path& index, const std::string& name);

}  // namespace dateline
