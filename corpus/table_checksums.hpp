#pragma once

#include <filesystem>
#include <string>

namespace dateline {

/// Xapian's tables have no checksums of their own: this file of a segment has one for each.
inline constexpr const char* table_checksums_file = "checksums";

/// What it says of the tables that are there: a line each.
std::string table_checksum_lines(const std::filesystem::path& segment);

/// Reads every byte of the tables; throws Error{index} where one is not as it was written.
void verify_table_checksums(const std::filesystem::path& segment);

/// Of the tables' version file alone, which is small, and says where to begin in each of them.
void verify_version_file(const std::filesystem::path& segment);

}  // namespace dateline
