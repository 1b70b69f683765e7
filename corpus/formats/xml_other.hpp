#pragma once

#include <string_view>

#include "corpus/reader.hpp"

namespace dateline {

/// XML of any other kind: one event that names its root element. Sitemaps, lists of feeds and the
/// like are Skips, since no article is in them; all else is a Rejection.
bool recognises_other_xml(std::string_view head);
const ArticleReader& other_xml_reader();

}  // namespace dateline
