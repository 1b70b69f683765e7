#include "searcher/words_option.hpp"

#include <CLI/CLI.hpp>

#include "corpus/error.hpp"

namespace dateline {

void add_words_options(CLI::App& app, WordsChoice& choice) {
    CLI::Option* any = app.add_flag("--any", choice.any, "one of the bare words is enough");
    CLI::Option* all = app.add_flag("--all", choice.all, "all bare words are needed");
    CLI::Option* min = app.add_option("--min", choice.min, "so many of the bare words are needed");
    min->type_name("N")->check(CLI::PositiveNumber);
    // One that is typed comes before another that is set in a file.
    any->excludes(all)->excludes(min);
    all->excludes(min);
}

WordsNeeded words_needed(const WordsChoice& choice, WordsNeeded otherwise) {
    if (choice.any + choice.all + (choice.min > 0 ? 1 : 0) > 1)
        throw Error(ErrorKind::usage, "--any, --all and --min exclude each other",
                    "give one of them");
    if (choice.any) return {1};
    if (choice.min > 0) return {choice.min};
    return choice.all ? WordsNeeded{WordsNeeded::all} : otherwise;
}

}  // namespace dateline
