#pragma once

#include "corpus/command.hpp"

namespace dateline {

/// `dateline vocab PREFIX`: the words of the archive that begin so.
Command vocab_command();

}  // namespace dateline
