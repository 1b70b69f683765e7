#pragma once

#include <string_view>

namespace dateline::test {

/// What must hold of every text that is given as a query, whatever its bytes: it is read or refused
/// with Error{usage}; what is read is written so that it reads the same; taken leniently it fails
/// only where it has no word; what may stand near each other can be lifted out. Ends the program
/// where something does not hold.
void check_query_text(std::string_view text);

}  // namespace dateline::test
