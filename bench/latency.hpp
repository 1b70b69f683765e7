#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "bench/timed_queries.hpp"
#include "corpus/date.hpp"
#include "searcher/index.hpp"

namespace dateline {

/// How long one query takes in a process that has the index open, in microseconds of the clock.
struct QueryLatency {
    double core = 0;    ///< read, matched, and its first ten articles ordered by evidence
    double fetch = 0;   ///< the same, and of each of the ten the fields and a passage are read
    double search = 0;  ///< all that `search` does: read, matched, ranked by texts too, with marks
    double render = 0;  ///< to put that in lines for people, 80 columns wide
};

/// The queries of one class.
struct GroupLatency {
    std::string group;
    std::vector<QueryLatency> queries;  ///< of each the least of all rounds, in any order
    double queries_each_second = 0;     ///< searched and rendered, by all threads together
};

struct LatencyOptions {
    std::size_t rounds = 5;      ///< at least 1, behind one that is not counted
    std::optional<Day> today{};  ///< of queries with relative dates
};

/// Class by class, in the order in which they come first. A thread for each of `indexes`, which
/// must be of the same index: a segment is not for several at once. Throws Error{usage} for a query
/// that is none, which names its line.
std::vector<GroupLatency> measure_latency(std::span<const Index> indexes,
                                          const std::vector<TimedQuery>& queries,
                                          const LatencyOptions& options);

/// Of one figure of a class.
struct LatencyQuantiles {
    double min = 0;
    double p50 = 0;
    double p95 = 0;
    double p99 = 0;
    double max = 0;
};

/// The least value that so many of all do not exceed. `queries` is not empty.
LatencyQuantiles quantiles(const std::vector<QueryLatency>& queries, double QueryLatency::*figure);

}  // namespace dateline
