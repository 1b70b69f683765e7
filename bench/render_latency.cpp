#include "bench/render_latency.hpp"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "searcher/record_lines.hpp"
#include "searcher/text_table.hpp"

namespace dateline {

namespace {

// Microseconds to a tenth: the clock tells no more.
double tenths(double microseconds) { return std::round(10 * microseconds) / 10; }

std::string figure(double microseconds) {
    return fmt::format("{:.{}f}", microseconds, microseconds < 100 ? 1 : 0);
}

nlohmann::ordered_json object_of(const LatencyQuantiles& of) {
    return {{"min", tenths(of.min)},
            {"p50", tenths(of.p50)},
            {"p95", tenths(of.p95)},
            {"p99", tenths(of.p99)},
            {"max", tenths(of.max)}};
}

void add_figures(std::vector<std::string>& row, const LatencyQuantiles& of) {
    for (const double value : {of.p50, of.p95, of.p99, of.max}) row.push_back(figure(value));
}

}  // namespace

std::string render_latency_text(const std::vector<GroupLatency>& groups,
                                const std::string& conditions, std::size_t width_columns) {
    TextTable table{{"class", "queries", "core p50", "p95", "p99", "max", "fetch p50", "p95",
                     "search p50", "p95", "p99", "max", "render p50", "queries/s"},
                    {}};
    for (const GroupLatency& group : groups) {
        std::vector<std::string>& row = table.rows.emplace_back(1, group.group);
        row.push_back(fmt::to_string(group.queries.size()));
        add_figures(row, quantiles(group.queries, &QueryLatency::core));
        const LatencyQuantiles fetch = quantiles(group.queries, &QueryLatency::fetch);
        row.push_back(figure(fetch.p50));
        row.push_back(figure(fetch.p95));
        add_figures(row, quantiles(group.queries, &QueryLatency::search));
        row.push_back(figure(quantiles(group.queries, &QueryLatency::render).p50));
        row.push_back(fmt::format("{:.0f}", group.queries_each_second));
    }
    return conditions + "\n" + render_table(table, width_columns);
}

std::string render_latency_jsonl(const std::vector<GroupLatency>& groups, std::size_t threads) {
    std::vector<nlohmann::ordered_json> objects;
    for (const GroupLatency& group : groups)
        objects.push_back(
            {{"class", group.group},
             {"queries", group.queries.size()},
             {"threads", threads},
             {"core_us", object_of(quantiles(group.queries, &QueryLatency::core))},
             {"fetch_us", object_of(quantiles(group.queries, &QueryLatency::fetch))},
             {"search_us", object_of(quantiles(group.queries, &QueryLatency::search))},
             {"render_us", object_of(quantiles(group.queries, &QueryLatency::render))},
             {"qps", tenths(group.queries_each_second)}});
    return jsonl_text(objects);
}

}  // namespace dateline
