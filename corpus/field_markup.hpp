#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dateline {

/// The text of a field that nobody says is HTML, where it has markup beyond doubt; nullopt where it
/// is to be taken as it is. Agencies write codes of companies as "<U>" and "<NAV>", which are names
/// of elements too, and a parser would drop them, or all that follows: so tags count where one is
/// closed, or written in lower case, and "<GOOG>" or "<desk@paper.example>", which are no
/// element's, stay beside them. Where only entities do, what looks like a tag stays.
std::optional<std::string> without_markup(std::string_view text);

}  // namespace dateline
