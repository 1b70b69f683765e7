#pragma once

#include <string_view>

#include "corpus/formats/sgml_reader.hpp"

namespace dateline {

/// The content of a <REUTERS> element.
SgmlReading read_reuters21578_article(std::string_view text, std::string_view attributes,
                                      const DateOptions& options);

}  // namespace dateline
