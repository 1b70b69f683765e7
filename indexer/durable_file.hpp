#pragma once

#include <filesystem>
#include <string_view>

namespace dateline {

/// Writes a new file, or a new content of an old one, and waits until the disk has it. Throws
/// Error{input_output} with the path and the system's reason.
void write_durably(const std::filesystem::path& file, std::string_view bytes);

/// Makes a folder, and those above it that are missing, and waits until the disk has their names.
/// Throws Error{input_output}.
void make_folder_durably(const std::filesystem::path& folder);

/// Waits until the disk has a file's bytes, or a folder's entries. Throws Error{input_output}.
void sync_to_disk(const std::filesystem::path& path);

/// The same for a folder and the files in it.
void sync_folder_to_disk(const std::filesystem::path& folder);

}  // namespace dateline
