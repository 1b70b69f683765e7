#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// Text of SGML as news archives have it: entities resolved, tags and comments dropped, lines as
/// they were, elements that are paragraphs set apart by empty lines, rows of tables by newlines. A
/// line that is indented where others are not begins a paragraph, as wires set it. UTF-8 in and
/// out.
std::string sgml_text(std::string_view markup);

}  // namespace dateline
