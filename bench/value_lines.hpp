#pragma once

#include <nlohmann/json_fwd.hpp>

#include "bench/run_comparison.hpp"

namespace dateline {

/// Adds the tests of a comparison to an object, null where there is none: t_test and
/// randomization_test (p), permutations, wins, losses, ties.
void add_tests(nlohmann::ordered_json& object, const RunComparison* comparison);

}  // namespace dateline
