#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "bench/qrels.hpp"
#include "bench/run_file.hpp"

namespace dateline {

/// All that measures ask of a topic: its ranking as grades, and what could have been found. As
/// trec_eval 9 has it (form_res_rels.c), a document with a negative grade is as one that is not in
/// the qrels: it takes its rank, and is neither relevant nor judged.
struct JudgedRanking {
    static constexpr int unjudged = -1;

    std::vector<int> grades;  ///< by rank, 0 and up, or `unjudged`
    std::vector<int> judged;  ///< all grades of the topic that are not negative, descending

    /// Of the topic's judged documents, how many have this grade or a higher one.
    std::size_t relevant_total(int relevant_from) const;
};

JudgedRanking judge(std::span<const RunEntry> ranking, const Judgments& judgments);

}  // namespace dateline
