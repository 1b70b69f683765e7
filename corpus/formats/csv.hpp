#pragma once

#include <string_view>

#include "corpus/reader.hpp"

namespace dateline {

/// Rows with a header, or with a map that says what the columns are: CSV, TSV, and with `;` or `|`.
bool recognises_csv(std::string_view head);
const ArticleReader& csv_reader();

}  // namespace dateline
