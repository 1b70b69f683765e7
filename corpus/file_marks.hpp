#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "corpus/manifest.hpp"

namespace dateline {

/// Names of all files and folders of the index that a manifest names, itself apart.
std::vector<std::string> files_of(const Manifest& manifest);

/// The files of an index have checksums of their own, which tell damage, but not a whole file that
/// was put in the place of another of its kind: an earlier state's, or another index's. The mark of
/// a file is the XXH3 of its size and its two ends, in one of which its own checksum stands; that
/// of a segment is made of those of its files. So a file that is as its checksum says and has the
/// mark that its manifest has is the one that was published. Throws Error{index} or {input_output}
/// where a file cannot be read.
std::uint64_t mark_of(const std::filesystem::path& file_or_segment);

/// Of all that a manifest names, for Manifest::marks.
std::map<std::string, std::uint64_t> marks_of_files(const std::filesystem::path& index,
                                                    const Manifest& manifest);

/// Throws Error{index} where what the manifest names so is not what was published with it.
void require_published(const std::filesystem::path& index, const Manifest& manifest,
                       const std::string& name);

}  // namespace dateline
