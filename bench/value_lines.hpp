#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "bench/run_comparison.hpp"

namespace dateline {

/// Adds the tests of a comparison to an object, null where there is none: t_test and
/// randomization_test (p), permutations, wins, losses, ties.
void add_tests(nlohmann::ordered_json& object, const RunComparison* comparison);

/// Objects with the same keys in the same order as RFC 4180 has it: a header, a row each, lines
/// that end with CR LF. Nothing in a field acts on a terminal; null is empty.
std::string csv_text(const std::vector<nlohmann::ordered_json>& objects);
/// An object a line.
std::string jsonl_text(const std::vector<nlohmann::ordered_json>& objects);

}  // namespace dateline
