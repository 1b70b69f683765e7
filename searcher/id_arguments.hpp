#pragma once

#include <string>
#include <vector>

namespace dateline {

/// The ids that arguments name: each itself, `-` for those on standard input, one a line, blanks
/// around them left out.
std::vector<std::string> named_ids(const std::vector<std::string>& arguments);

}  // namespace dateline
