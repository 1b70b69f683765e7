#pragma once

#include <filesystem>

namespace dateline {

/// Writes the file `forms` of a segment from its files `frequencies`, `words`, `text` and
/// `articles`; durable afterwards. Memory: half a byte an entry of `frequencies`, 8 a
/// unit.
void write_form_marks(const std::filesystem::path& folder);

}  // namespace dateline
