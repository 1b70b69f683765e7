#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/text_range.hpp"

namespace dateline {

// Texts as parts of a CommonMark document that looks like them, also on GitHub: nothing in them is
// markup, HTML, or acts on a terminal.

/// On one line, which may begin a block; `matches`, ascending and disjoint, bold.
std::string markdown_text(std::string_view text, const std::vector<TextRange>& matches = {});

/// `label`: Markdown. Only the label where `url` is no address of the web.
std::string markdown_link(const std::string& label, std::string_view url);

/// As code, so that it can be copied as it is.
std::string markdown_code(std::string_view text);

}  // namespace dateline
