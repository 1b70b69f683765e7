#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dateline {

/// The record with null for NaN, Infinity and -Infinity, which JSON lacks and Python's writer
/// prints all the same; nullopt where it has none. Strings stay as they are.
std::optional<std::string> null_for_not_a_number(std::string_view record);

}  // namespace dateline
