#include "bench/judged_ranking.hpp"

#include <algorithm>
#include <functional>

namespace dateline {

std::size_t JudgedRanking::relevant_total(int relevant_from) const {
    return static_cast<std::size_t>(std::count_if(
        judged.begin(), judged.end(), [&](int grade) { return grade >= relevant_from; }));
}

JudgedRanking judge(std::span<const RunEntry> ranking, const Judgments& judgments) {
    JudgedRanking out;
    out.grades.reserve(ranking.size());
    for (const RunEntry& entry : ranking) {
        const auto found = judgments.find(entry.docno);
        const bool is_judged = found != judgments.end() && found->second >= 0;
        out.grades.push_back(is_judged ? found->second : JudgedRanking::unjudged);
    }
    for (const auto& [docno, grade] : judgments)
        if (grade >= 0) out.judged.push_back(grade);
    std::sort(out.judged.begin(), out.judged.end(), std::greater<>());
    return out;
}

}  // namespace dateline
