#pragma once

#include "corpus/command.hpp"
#include "corpus/error.hpp"

namespace dateline {

/// What finds damage knows a file, and not how the index that it is of was asked for: the error
/// with the command to type next as its hint, where it is one of an index and has none.
Error with_way_out(const Error& error, const GlobalOptions& global);

/// Prints message, excerpt and hint on stderr; returns the exit code.
int report(const Error& error);

}  // namespace dateline
