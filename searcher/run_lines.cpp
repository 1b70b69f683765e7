#include "searcher/run_lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>

namespace dateline {

namespace {

using Floats = std::numeric_limits<float>;

}  // namespace

// C++ leaves open what becomes of a number beyond the range.
float trec_score(double score) {
    if (score > double{Floats::max()}) return Floats::infinity();
    if (score < double{Floats::lowest()}) return -Floats::infinity();
    return static_cast<float>(score);
}

std::string run_lines(std::string_view topic, std::span<const RunEntry> entries,
                      std::string_view tag, std::size_t first_rank) {
    std::string lines;
    float last = Floats::infinity();
    std::size_t rank = first_rank;
    for (const RunEntry& entry : entries) {
        float score = std::clamp(trec_score(entry.score), Floats::lowest(), Floats::max());
        if (score >= last) score = std::nextafterf(last, -Floats::infinity());
        fmt::format_to(std::back_inserter(lines), "{} Q0 {} {} {:.9g} {}\n", topic, entry.docno,
                       rank++, score, tag);
        last = score;
    }
    return lines;
}

}  // namespace dateline
