#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/field_map.hpp"

namespace dateline {

/// A column in which a field is looked for.
struct CsvColumn {
    std::size_t number = 0;           ///< from 0
    std::optional<std::size_t> path;  ///< of the map, where that names it
};

/// Which columns of a file are read as what.
struct CsvColumns {
    std::array<std::vector<CsvColumn>, article_field_names.size()> columns;  ///< as they are tried
    std::size_t count = 0;   ///< cells of the first row
    bool has_header = true;  ///< else the first row is a record
    std::string problem;     ///< why no row can be an article, or empty

    const std::vector<CsvColumn>& of(ArticleField field) const {
        return columns[static_cast<std::size_t>(field)];
    }
};

/// By the names in the first row, as json_keys has them, and by the map. Its paths are names of
/// columns, or their numbers from 1. A row in which neither finds a name is a record, if the map
/// has numbers.
CsvColumns csv_columns(std::span<const std::string_view> first_row, const FieldMap& map);

/// How many cells are names that json_keys knows; 0 where none of them is that of a headline or a
/// body.
std::size_t count_known_columns(std::span<const std::string_view> first_row);

}  // namespace dateline
