#pragma once

#include <string_view>

namespace dateline {

/// Says what Xapian could not do with the tables of a segment: Error{index} where they are damaged
/// or a file of them is missing, Error{input_output} where the system refused, since the tables may
/// be as whole as ever then. `system_reason`: of the system call that failed, may be nullptr.
[[noreturn]] void throw_table_error(std::string_view segment, std::string_view message,
                                    const char* system_reason);

}  // namespace dateline
