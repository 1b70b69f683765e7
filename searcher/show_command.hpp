#pragma once

#include "corpus/command.hpp"

namespace dateline {

Command show_command();

}  // namespace dateline
