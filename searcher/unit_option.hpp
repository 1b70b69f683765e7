#pragma once

#include "searcher/plan.hpp"

namespace CLI {
class App;
}

namespace dateline {

/// `--unit article|passage`, as all commands that take a query have it. `unit` must live as long as
/// the app.
void add_unit_option(CLI::App& app, AnswerUnit& unit);

}  // namespace dateline
