#pragma once

#include "corpus/command_line/front_door.hpp"

namespace dateline {

/// `config`: every setting, its value, where it comes from. `front_door` must outlive it, and is
/// filled when the action runs.
Command config_command(const FrontDoor& front_door);

/// Its part that the other program runs: what is set for the commands of that one.
Command config_part_command(const FrontDoor& front_door);

}  // namespace dateline
