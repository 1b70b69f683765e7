#pragma once

#include "searcher/words_option.hpp"

namespace CLI {
class App;
}

namespace dateline {

/// How a query is read whose answer is a set of articles and not a ranking, as it was typed.
struct SetChoice {
    WordsChoice words;
    bool is_lenient = false;
};

/// `--any`, `--all`, `--min N` and `--lenient`. `choice` must live as long as the app.
void add_set_options(CLI::App& app, SetChoice& choice);

}  // namespace dateline
