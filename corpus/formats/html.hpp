#pragma once

#include <string_view>

#include "corpus/reader.hpp"

namespace dateline {

/// One page, HTML of any version or XHTML.
bool recognises_html(std::string_view head);
const ArticleReader& html_reader();

}  // namespace dateline
