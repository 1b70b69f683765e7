#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// Text as one word of a shell's command line, for commands that a message says to type: as it is
/// where nothing in it means anything to a shell, else in quotes; with controls and what is no
/// UTF-8, which no terminal is to see, in the $'...' of bash, zsh and ksh. Any bytes but zero.
std::string shell_word(std::string_view text);

}  // namespace dateline
