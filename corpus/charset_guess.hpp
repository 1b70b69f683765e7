#pragma once

#include <string_view>

#include "corpus/charset.hpp"

namespace dateline {

/// What bytes that are not UTF-8 most likely are: uchardet's guess where the text is of another
/// script, and where it is Latin only if that beats windows-1252, by the letters of the language
/// that the text then is in. Meant for the text of one article, a headline alone included.
Charset guess_charset(std::string_view bytes);

}  // namespace dateline
