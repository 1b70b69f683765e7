#pragma once

#include "corpus/command.hpp"

namespace dateline {

/// `dateline why ID QUERY`: why an article matches a query, or does not.
Command why_command();

}  // namespace dateline
