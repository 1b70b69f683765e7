#pragma once

#include "corpus/command_line/manual.hpp"

namespace dateline {

/// dateline-config(5): files, variables, what is stronger.
ManualPage config_page();
/// dateline-exit-codes(7).
ManualPage exit_code_page();

}  // namespace dateline
