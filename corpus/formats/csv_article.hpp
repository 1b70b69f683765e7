#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/formats/csv_columns.hpp"
#include "corpus/reader.hpp"

namespace dateline {

/// What a row says.
struct CsvReading {
    std::optional<Article> article;  ///< without origin
    std::string problem;             ///< why there is no article
    std::vector<std::string> warnings;
    bool is_fragment = false;  ///< has far too few cells, as part of a row has
};

/// Cells count as empty where they say so: NULL, \N, nan, None. `cells`: UTF-8, not all of them
/// empty.
CsvReading read_csv_row(std::span<const std::string_view> cells, const CsvColumns& columns,
                        const ReadOptions& options);

/// NULL and the like, or nothing but white space.
bool is_empty_cell(std::string_view cell);

}  // namespace dateline
