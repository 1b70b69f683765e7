#pragma once

#include <functional>
#include <string>
#include <vector>

#include "corpus/command.hpp"

namespace dateline {

struct Candidate {
    std::string word;   ///< replaces the whole word
    std::string about;  ///< may be empty
};

/// What may stand where the cursor is.
struct Completion {
    std::vector<Candidate> candidates;
    bool takes_files = false;
    bool takes_folders = false;
};

/// Values of a field that begin with a prefix.
using FieldValues =
    std::function<std::vector<std::string>(const std::string& field, const std::string& prefix)>;

/// Completes the last of `words` (of a command line without the program's name). Options, their
/// values and commands are those of the table.
Completion complete_words(const std::vector<Command>& commands,
                          const std::vector<std::string>& words, const FieldValues& field_values);

}  // namespace dateline
