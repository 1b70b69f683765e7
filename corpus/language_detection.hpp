#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// The language that an article is written in, told from its words: the beginning of the body
/// where that is plainly English, else headline and body together, by CLD2 (at most the first
/// 4 KB). ISO 639 code as language_code gives it; empty where the text is too short or nothing can
/// be said for sure, so that a wrong language is rarer than none. Valid UTF-8 in.
std::string detect_language(std::string_view headline, std::string_view body);

}  // namespace dateline
