#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// "en" of "en-US", "EN_us", "eng", "English", "English (UK)"; names are English or the language's
/// own ("Deutsch"). ISO 639-1 where there is one, else ISO 639-3, lower case; empty for anything
/// that is not a language.
std::string language_code(std::string_view text);

}  // namespace dateline
