#pragma once

#include "corpus/command_line/manual.hpp"

namespace dateline {

/// dateline-query(7): the query language for those who ask. Every entry is asked of an index by a
/// test.
ManualPage query_page();
/// dateline-dates(7): dates in queries, in options, in answers.
ManualPage dates_page();

}  // namespace dateline
