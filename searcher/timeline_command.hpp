#pragma once

#include "corpus/command.hpp"

namespace dateline {

/// `dateline timeline QUERY`: when the articles appeared that a query finds.
Command timeline_command();

}  // namespace dateline
