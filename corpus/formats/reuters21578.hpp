#pragma once

#include <string_view>

#include "corpus/reader.hpp"

namespace dateline {

/// Reuters-21578: <REUTERS NEWID="1" ...> records.
/// - id: NEWID; source: Reuters; byline: AUTHOR.
/// - section: the TOPICS, "grain; corn; ship" (section_keywords.hpp).
/// - place: that of the dateline, in its element or in the text; without one, the PLACES.
/// - body: BODY without the agency's name below it; where an editor's system left none (TYPE
///   "BRIEF", "UNPROC"), what stands in TEXT. "Blah blah blah.", which the distribution has where
///   a text is missing, is no body.
bool recognises_reuters21578(std::string_view head);
const ArticleReader& reuters21578_reader();

}  // namespace dateline
