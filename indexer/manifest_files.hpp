#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "corpus/manifest.hpp"

namespace dateline {

/// Names of all files and folders of the index that a manifest names, itself apart.
std::vector<std::string> files_of(const Manifest& manifest);

/// The first of them that is not there.
std::optional<std::string> missing_file(const std::filesystem::path& index,
                                        const Manifest& manifest);

}  // namespace dateline
