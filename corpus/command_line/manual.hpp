#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace dateline {

/// Something to type and what it means: an option, a query, a field.
struct ManualEntry {
    std::string term;
    std::string meaning;
};

struct ManualSection {
    std::string title;
    std::string text{};  ///< paragraphs, an empty line between them
    std::vector<ManualEntry> entries{};
};

/// A page of the manual, for people at a terminal and as a man page. ASCII.
struct ManualPage {
    std::string name;  ///< "dateline-search"
    int chapter = 1;   ///< of man: 1 programs, 5 files, 7 anything else
    std::string summary;
    std::vector<ManualSection> sections;
};

/// For a terminal; from 20 columns on nothing but what cannot be broken is wider than
/// `width_columns`.
std::string manual_text(const ManualPage& page, std::size_t width_columns);
/// In the macros of man(7).
std::string manual_roff(const ManualPage& page);

/// Paragraphs wrapped, each line indented.
std::string paragraphs_text(const std::string& text, std::size_t width_columns,
                            std::size_t indent_columns);
/// Terms and meanings side by side where there is room, else one below the other.
std::string entries_text(const std::vector<ManualEntry>& entries, std::size_t width_columns);

}  // namespace dateline
