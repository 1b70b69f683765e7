#pragma once

#include <filesystem>

namespace dateline {

/// Reads an archive (a file or folder) and writes the passages of its articles, exact duplicates
/// once, for a peer to index (passages_file.hpp). Throws Error{input_output}.
void cut_archive(const std::filesystem::path& archive, const std::filesystem::path& passages);

}  // namespace dateline
