#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// An entry whose titles and texts hold markup as it came, tags unclosed and ampersands bare: each
/// of those fields with its content in a CDATA section, as it should have been. Fields without
/// markup, or with such a section, stay.
std::string with_markup_in_sections(std::string_view entry);

}  // namespace dateline
