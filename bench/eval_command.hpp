#pragma once

#include "corpus/command.hpp"

namespace dateline {

Command eval_command();

}  // namespace dateline
