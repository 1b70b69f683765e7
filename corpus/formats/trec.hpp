#pragma once

#include <string_view>

#include "corpus/reader.hpp"

namespace dateline {

/// <DOC> ... </DOC> records as TREC's collections have them: AP, Wall Street Journal, Financial
/// Times, Los Angeles Times, FBIS, Federal Register, ZIFF, San Jose Mercury, AQUAINT, Gigaword,
/// NTCIR, and pages of the web behind a <DOCHDR>. It is no XML: a bare '&' or '<' is text, end tags
/// may be missing, elements that are not known are markup.
bool recognises_trec(std::string_view head);
const ArticleReader& trec_reader();

}  // namespace dateline
