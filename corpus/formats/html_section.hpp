#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// The section that a page names, one line: of more than three in a row, which are keywords, the
/// first; empty where it is none ("Front Page", "Home", "Uncategorized").
std::string html_section(std::string_view named);

}  // namespace dateline
