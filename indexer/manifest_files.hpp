#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "corpus/file_marks.hpp"
#include "corpus/manifest.hpp"

namespace dateline {

/// The first of files_of() that is not there.
std::optional<std::string> missing_file(const std::filesystem::path& index,
                                        const Manifest& manifest);

/// Throws Error{index} where a file that the manifest names is missing, or is not what was
/// published with it, as far as its size and its two ends tell; of tables, as far as their sizes
/// do.
void require_files(const std::filesystem::path& index, const Manifest& manifest);

/// Throws Error{index} where a whole manifest tells that a state later than the next one was
/// published: then CURRENT is an older one, put back. A writer that dies leaves that of the next.
void require_newest(const std::filesystem::path& index, const Manifest& in_force);

/// "manifest-3".
std::string manifest_name(std::uint64_t number);

/// Numbers of the states that a rollback can lead to, newest first, whatever their manifests hold.
std::vector<std::uint64_t> earlier_manifest_numbers(const std::filesystem::path& index,
                                                    const Manifest& in_force);

}  // namespace dateline
