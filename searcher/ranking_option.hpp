#pragma once

#include <string>

#include "searcher/rank.hpp"

namespace CLI {
class App;
}

namespace dateline {

/// What the order of answers shall depend on, as it was typed.
struct RankingChoice {
    std::string expand = "auto";  ///< empty: bare
    std::string fresh;            ///< empty: not given
};

/// `--expand[=auto|always|never]` and `--fresh HALFLIFE`, as all commands that rank have them.
/// `choice` must live as long as the app.
void add_ranking_options(CLI::App& app, RankingChoice& choice);

/// Throws Error{usage} for other values than these.
RankingOptions ranking_options(const RankingChoice& choice, Day today);

}  // namespace dateline
