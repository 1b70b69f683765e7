#pragma once

#include "corpus/command.hpp"

namespace dateline {

Command search_command();

}  // namespace dateline
