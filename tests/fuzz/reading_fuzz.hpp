#pragma once

#include <string_view>

namespace dateline::test {

/// Reads bytes as a file of any format, and ends the program where what comes of it is not as
/// promised: every field is clean UTF-8, records come in file order, something is told of every
/// file.
void check_reading(std::string_view bytes);

}  // namespace dateline::test
