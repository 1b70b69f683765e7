#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// The paths that a text lists: one a line, or each up to a NUL. Empty ones are passed over.
std::vector<std::string> split_paths(std::string_view text, bool by_nul);

/// All bytes of a file, or of standard input where `file` is "-". Throws Error{input_output}.
std::string read_whole_file(const std::string& file);

}  // namespace dateline
