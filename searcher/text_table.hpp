#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// A table for people: names at the left, figures below one another at the right.
struct TextTable {
    std::vector<std::string> heading;            ///< of the names, then of each column
    std::vector<std::vector<std::string>> rows;  ///< as many cells each
};

/// Lines with a newline each. Columns that do not fit `width_columns` go below in a table of their
/// own, with the names again and an empty line between. Nothing in a cell acts on a terminal.
std::string render_table(const TextTable& table, std::size_t width_columns);

/// "0.1234", with a sign where `is_difference`.
std::string figure_text(double value, bool is_difference = false);
/// Of a probability: "0.0123", "<0.0001".
std::string probability_text(double p);
/// The text in lines of at most so many columns.
std::string wrapped_text(std::string_view text, std::size_t width_columns);
/// The same behind a label, which ASCII only may stand in; further lines begin below the text.
std::string labelled_text(std::string_view label, std::string_view text, std::size_t width_columns);

}  // namespace dateline
