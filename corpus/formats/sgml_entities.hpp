#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// Appends `text` to `out` with its entities resolved: those of HTML and ISO 8879, and those that
/// TREC's collections define. Codes of typesetting machines ("&UR;") and references to control
/// characters ("&#3;") are dropped; anything else that begins with '&' is text ("AT&T").
void append_without_entities(std::string& out, std::string_view text);

}  // namespace dateline
