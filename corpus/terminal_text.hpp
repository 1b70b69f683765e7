#pragma once

#include <string>
#include <string_view>

namespace dateline {

// File names, ids and texts may hold anything; a terminal must not be steered by them.

/// Of a character in UTF-8, or a byte that is none: whether it is a control (C0, DEL, C1), an
/// override of the writing direction, or such a byte, which may be C1 to a terminal.
bool acts_on_terminal(std::string_view character);

/// Data as a terminal may see it: each of those as '?', newlines too, but not what equals `kept`.
std::string without_controls(std::string_view text, std::string_view kept = {});

/// JSON of one line, with DEL, C1 and overrides, which JSON leaves as they are, escaped. Valid
/// UTF-8 in.
std::string escaped_json(std::string_view json);

}  // namespace dateline
