#pragma once

#include <string_view>

#include "corpus/reader.hpp"

namespace dateline {

/// One JSON object a line.
bool recognises_json_lines(std::string_view head);
const ArticleReader& json_lines_reader();

/// An array of objects, one object, or objects one after the other.
bool recognises_json(std::string_view head);
const ArticleReader& json_reader();

}  // namespace dateline
