#pragma once

#include "corpus/command.hpp"

namespace dateline {

Command related_command();

}  // namespace dateline
