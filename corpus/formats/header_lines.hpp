#pragma once

#include <string_view>

#include "corpus/reader.hpp"

namespace dateline {

/// One article a file, with its fields on lines at the top that begin with "-- ": the headline,
/// then the authors ("By A. B."), the date and the address, in any order and each of them possibly
/// missing ("--" alone), and then the text.
bool recognises_header_lines(std::string_view head);
const ArticleReader& header_lines_reader();

}  // namespace dateline
