#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bench/measures.hpp"
#include "bench/qrels.hpp"
#include "bench/run_comparison.hpp"
#include "bench/run_file.hpp"

namespace dateline {

/// A run under the name that the user gave it: its path.
struct NamedRun {
    std::string name;
    Run run;
};

struct EvaluationOptions {
    std::vector<Measure> measures = usual_measures();
    int relevant_from = 1;    ///< the lowest grade that is relevant, 0 and up
    bool all_topics = false;  ///< of the qrels; one without results counts 0
    std::uint64_t seed = 1;   ///< of the randomisation tests
};

/// What the runs are worth, topic by topic, on the same topics.
struct Evaluation {
    EvaluationOptions options;
    std::vector<std::string> runs;                         ///< names
    std::vector<std::string> topics;                       ///< in the order of bytes
    std::vector<std::vector<std::vector<double>>> values;  ///< of a run, in a measure, of a topic
    /// Of each further run with the first, in a measure.
    std::vector<std::vector<RunComparison>> comparisons;

    double mean(std::size_t run, std::size_t measure) const;
};

/// On the topics that the qrels and every run have, or on all of the qrels. Throws
/// Error{input_output} where that are none.
Evaluation evaluate(const Qrels& qrels, std::span<const NamedRun> runs,
                    const EvaluationOptions& options);

/// What a user should know of topics that are not everywhere; a sentence each, without a full stop.
/// `fate` is what becomes of topics of the qrels that a run lacks.
std::vector<std::string> topic_notes(const Qrels& qrels, std::span<const NamedRun> runs,
                                     std::string_view fate);

/// "3 topics (4, 7, 8)"; names the first ones of very many.
std::string named_topics(const std::vector<std::string>& topics);

}  // namespace dateline
