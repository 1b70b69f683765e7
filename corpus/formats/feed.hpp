#pragma once

#include <string_view>

#include "corpus/reader.hpp"

namespace dateline {

/// RSS 0.90 to 2.0 (1.0 is RDF), Atom 0.3 and 1.0, CDF: each entry is an article.
bool recognises_feed(std::string_view head);
const ArticleReader& feed_reader();

}  // namespace dateline
