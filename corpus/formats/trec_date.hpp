#pragma once

#include <string_view>

#include "corpus/date.hpp"
#include "corpus/formats/trec_docno.hpp"

namespace dateline {

/// The date of a TREC record: `text` of its own date element, in all the ways of those collections
/// ("890101", "03/24/87", "01-Jan-89", "January 1, 1989, Sunday, Home Edition"), else, where that
/// says nothing or is none, what its id says. What the id says also settles what is ambiguous.
DateReading read_trec_date(std::string_view text, const TrecDocno& docno,
                           std::string_view docno_text, const DateOptions& options);

}  // namespace dateline
