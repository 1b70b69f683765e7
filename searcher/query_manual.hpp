#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// A query and what it asks for.
struct QueryExample {
    std::string_view query;
    std::string_view meaning;
};

struct ManualSection {
    std::string_view title;
    std::string text;  ///< paragraphs, an empty line between them
    std::vector<QueryExample> examples;
};

/// The query language for those who ask: what `help query` prints and dateline-query(7) says. Every
/// example is asked of an index by a test.
std::vector<ManualSection> query_manual();

/// For a terminal, at least min_width_columns wide.
std::string query_manual_text(std::size_t width_columns);
/// The man page, in the macros of man(7).
std::string query_manual_roff();

}  // namespace dateline
