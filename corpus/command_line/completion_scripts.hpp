#pragma once

#include <string_view>

namespace dateline {

/// What a shell reads to complete command lines of `dateline`: it asks the hidden command
/// `complete`, which knows the table. Empty for another shell than bash, zsh and fish.
std::string_view completion_script(std::string_view shell);

}  // namespace dateline
