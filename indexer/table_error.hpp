#pragma once

#include <string_view>

namespace dateline {

/// Says what Xapian could not do with the tables of a segment: Error{index} where they are damaged
/// or a file of them is missing, Error{input_output} where the system refused, since the tables may
/// be as whole as ever then. `system_reason`: of the system call that failed, may be nullptr.
[[noreturn]] void throw_table_error(std::string_view segment, std::string_view message,
                                    const char* system_reason);

/// Throws AccessError where a report of Xapian's about the tables of a segment says that the system
/// refused something, Error{input_output} where it says that it failed: it counts that among
/// the errors of the tables.
void throw_where_refused(std::string_view segment, std::string_view report);

}  // namespace dateline
