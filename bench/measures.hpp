#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "bench/judged_ranking.hpp"

namespace dateline {

enum class MeasureKind {
    map,
    recip_rank,
    precision,
    recall,
    ndcg,
    bpref,
    r_precision,
    success,
};

/// A measure of trec_eval; `cutoff` is its rank k, 0 for those that have none.
struct Measure {
    MeasureKind kind = MeasureKind::map;
    std::uint32_t cutoff = 0;

    bool operator==(const Measure&) const = default;
};

/// trec_eval's names (map, P_10, ndcg_cut_10, ...) and the usual ones (MAP, P@10, nDCG@10, ...), in
/// any case. Throws Error{usage} for another.
Measure read_measure(std::string_view name);
/// As trec_eval writes it.
std::string measure_name(const Measure& measure);
/// What is measured when nobody says what.
std::vector<Measure> usual_measures();

/// Of one topic, 0 to 1, as trec_eval 9 defines it; 0 where nothing is relevant. A document is
/// relevant from this grade on (0 and up); only nDCG takes every grade over 0 as its gain.
double measured(const Measure& measure, const JudgedRanking& ranking, int relevant_from);

}  // namespace dateline
