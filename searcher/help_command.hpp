#pragma once

#include "corpus/command.hpp"

namespace dateline {

/// `help TOPIC`; the front door answers `help` and `help COMMAND` itself.
Command help_command();

}  // namespace dateline
