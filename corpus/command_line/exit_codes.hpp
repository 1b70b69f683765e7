#pragma once

#include <array>
#include <string_view>

#include "corpus/error.hpp"

namespace dateline {

struct ExitCodeRow {
    int code;
    std::string_view meaning;
};

/// The one table of exit codes: help and man pages print it.
inline constexpr std::array<ExitCodeRow, 9> exit_code_rows{{
    {0, "done; of commands that search: something matched"},
    {1, "no match: an empty answer, or no such ID"},
    {2, "a mistake in the command line, the configuration or the query; an ambiguous ID"},
    {3, "the index is missing, damaged, no index, or of another version"},
    {4, "input or output failed: no such path, no permission, a full disk"},
    {5,
     "refused, and nothing changed: another writer is at work, or more would be removed than "
     "--max-removals allows"},
    {6,
     "the index is published, but articles were rejected that were not rejected before; with "
     "--strict, any rejection"},
    {130,
     "interrupted (SIGINT); finished work of index is kept, and its next run goes on from "
     "there"},
    {141, "whoever read the output went away (SIGPIPE)"},
}};

int exit_code(ErrorKind kind);

/// nullptr for a code that no command ends with.
const ExitCodeRow* exit_code_row(int code);

}  // namespace dateline
