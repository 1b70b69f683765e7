#pragma once

#include <filesystem>

namespace dateline {

/// Xapian's tables have no checksums of their own: the file `checksums` of a segment has one for
/// each. Once the tables are written; durable afterwards. Throws Error{input_output}.
void write_table_checksums(const std::filesystem::path& segment);

/// Reads every byte of the tables; throws Error{index} where one is not as it was written.
void verify_table_checksums(const std::filesystem::path& segment);

}  // namespace dateline
