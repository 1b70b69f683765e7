#pragma once

#include "corpus/command.hpp"

namespace dateline {

Command diff_command();

}  // namespace dateline
