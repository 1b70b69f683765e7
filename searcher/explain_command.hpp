#pragma once

#include "corpus/command.hpp"

namespace dateline {

/// `dateline explain QUERY`: how a query is read, planned and answered.
Command explain_command();

}  // namespace dateline
