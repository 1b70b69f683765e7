#pragma once

#include "corpus/command_line/front_door.hpp"

namespace dateline {

/// `completions SHELL`: the script to be sourced.
Command completions_command();

/// `complete -- WORDS...`: what the scripts ask, a candidate a line with what it means after a tab;
/// the lines `:files` and `:folders` leave it to the shell. `front_door` must outlive it.
Command complete_command(const FrontDoor& front_door);

}  // namespace dateline
