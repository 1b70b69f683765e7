#pragma once

#include "corpus/command.hpp"

namespace dateline {

Command check_command();

}  // namespace dateline
