#pragma once

#include "corpus/command.hpp"

namespace dateline {

Command bench_command();

}  // namespace dateline
