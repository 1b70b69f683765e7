#include "searcher/set_option.hpp"

#include <CLI/CLI.hpp>

namespace dateline {

void add_set_options(CLI::App& app, SetChoice& choice) {
    add_words_options(app, choice.words);
    app.add_flag("--lenient", choice.is_lenient, "what is no query is taken as words");
}

}  // namespace dateline
