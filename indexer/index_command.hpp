#pragma once

#include "corpus/command.hpp"

namespace dateline {

Command index_command();

}  // namespace dateline
