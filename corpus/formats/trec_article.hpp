#pragma once

#include <string_view>

#include "corpus/formats/sgml_reader.hpp"

namespace dateline {

/// The content of a <DOC> of a TREC collection.
SgmlReading read_trec_article(std::string_view text, std::string_view attributes,
                              const DateOptions& options);

}  // namespace dateline
