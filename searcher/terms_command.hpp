#pragma once

#include "corpus/command.hpp"

namespace dateline {

/// `dateline terms QUERY`: words typical of what a query finds.
Command terms_command();

}  // namespace dateline
