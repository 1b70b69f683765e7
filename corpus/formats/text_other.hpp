#pragma once

#include <string_view>

#include "corpus/reader.hpp"

namespace dateline {

/// Text that is surely no article: JavaScript around JSON (JSONP), ARC files of web pages, JSON
/// arrays of arrays, strings or numbers, nothing but opening brackets. One Rejection that says
/// which.
bool recognises_other_text(std::string_view head);
const ArticleReader& other_text_reader();

}  // namespace dateline
