#pragma once

#include <chrono>

#include "corpus/command.hpp"

namespace dateline {

/// The command, of whose indexes the tables are verified once it has used so much processor time
/// (damage_watch.hpp): where one is damaged, the program ends with that error and its exit code.
Command watched(Command command, std::chrono::seconds patience);

}  // namespace dateline
