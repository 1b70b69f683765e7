#pragma once

#include <cstddef>
#include <string>

#include "bench/evaluation.hpp"

namespace dateline {

/// For people, newline at the end. Several runs are called A, B, ... and compared with the first.
/// Each topic too where `per_topic`.
std::string render_evaluation_text(const Evaluation& evaluation, bool per_topic,
                                   std::size_t width_columns);
/// Tables of measures and tests of several runs alone, without their names.
std::string render_comparison_text(const Evaluation& evaluation, std::size_t width_columns);

/// "A", "B", ...; from the 27th on "R27".
std::string run_letter(std::size_t run);

}  // namespace dateline
