#pragma once

#include <vector>

#include "bench/evaluation.hpp"

namespace dateline::test {

/// Two topics, MRR and P_1: run "a,b" has 1, .5 and 1, 0, run "c" has 1, 1 and 1, 1.
inline Evaluation evaluated(std::size_t run_count) {
    const Qrels qrels = parse_qrels("t1 0 a 1\nt2 0 b 1\n", "qrels");
    const std::vector<NamedRun> runs{
        {"a,b", parse_run("t1 Q0 a 1 9 t\nt2 Q0 x 1 9 t\nt2 Q0 b 2 8 t\n", "a,b")},
        {"c", parse_run("t1 Q0 a 1 9 t\nt2 Q0 b 1 9 t\n", "c")}};
    return evaluate(qrels, std::span(runs).first(run_count),
                    {.measures = {{MeasureKind::recip_rank}, {MeasureKind::precision, 1}}});
}

}  // namespace dateline::test
