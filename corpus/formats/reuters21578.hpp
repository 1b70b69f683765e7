#pragma once

#include <string_view>

#include "corpus/reader.hpp"

namespace dateline {

/// Reuters-21578: <REUTERS NEWID="1" ...> records.
/// - id: NEWID; source: Reuters; byline: AUTHOR.
/// - section: the first of the TOPICS, which the editors put in order of weight: a section is asked
///   for by its whole value, and nobody would ask for "grain, corn, ship".
/// - place: that of the DATELINE, and then the PLACES.
/// - body: BODY without the agency's name below it; where an editor's system left none (TYPE
///   "BRIEF", "UNPROC"), what stands in TEXT. "Blah blah blah.", the placeholder of the
///   distribution, is no body.
bool recognises_reuters21578(std::string_view head);
const ArticleReader& reuters21578_reader();

}  // namespace dateline
