#pragma once

#include <cstdint>

#include "searcher/plan.hpp"

namespace CLI {
class App;
}

namespace dateline {

/// How many of the bare words are wanted, as it was typed.
struct WordsChoice {
    bool any = false;
    bool all = false;
    std::uint32_t min = 0;  ///< 0: not given
};

/// `--any`, `--all` and `--min N`, as all commands that rank have them. `choice` must live as long
/// as the app.
void add_words_options(CLI::App& app, WordsChoice& choice);

/// `otherwise` where none of them is given. Throws Error{usage} for more than one.
WordsNeeded words_needed(const WordsChoice& choice, WordsNeeded otherwise = {});

}  // namespace dateline
