#pragma once

#include "corpus/command.hpp"
#include "searcher/index.hpp"

namespace dateline {

/// The indexes that a command was given, as one. Throws as Index::open does.
Index open_indexes(const GlobalOptions& global);

}  // namespace dateline
