#pragma once

#include "corpus/command.hpp"

namespace dateline {

Command status_command();

}  // namespace dateline
