#pragma once

#include <filesystem>

namespace dateline {

/// Writes the files `forms` and `pairs` of a segment from its files `frequencies`, `words`, `text`
/// and `articles`; durable afterwards. Memory: half a byte an entry of `frequencies`, half a byte a
/// pair of words of half the articles, 12 a unit.
void write_text_marks(const std::filesystem::path& folder);

}  // namespace dateline
