#pragma once

#include "corpus/command_line/manual.hpp"

namespace dateline {

/// dateline-formats(7): what --format makes, JSON lines key by key.
ManualPage formats_page();

}  // namespace dateline
