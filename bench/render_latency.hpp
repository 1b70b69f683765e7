#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "bench/latency.hpp"

namespace dateline {

/// On what was measured, a line or two; then a table, a row a class, microseconds.
std::string render_latency_text(const std::vector<GroupLatency>& groups,
                                const std::string& conditions, std::size_t width_columns);

/// An object a class: class, queries, threads, core_us, fetch_us, render_us (each min, p50, p95,
/// p99, max), qps.
std::string render_latency_jsonl(const std::vector<GroupLatency>& groups, std::size_t threads);

}  // namespace dateline
