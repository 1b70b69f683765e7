#pragma once

#include <optional>
#include <string_view>

#include "corpus/formats/csv_tokenizer.hpp"

namespace dateline {

/// Told from the first lines; nullopt for what is not a table. Where columns have names that
/// articles have, little else is asked of the rows; otherwise they must all have as many columns,
/// so that prose with commas is none.
std::optional<CsvDialect> csv_dialect(std::string_view head);

}  // namespace dateline
