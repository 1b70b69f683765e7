#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// On what is measured: "AMD EPYC 7B13, 2 cores, 7.8 GB; g++ 12.2.0, Release build".
std::string machine_line(std::string_view build_type);

/// Throws Error{usage} in a build that checks assertions: it would measure something else.
void refuse_debug_build();

}  // namespace dateline
