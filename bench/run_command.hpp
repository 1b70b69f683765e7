#pragma once

#include "corpus/command.hpp"

namespace dateline {

Command run_command();

}  // namespace dateline
