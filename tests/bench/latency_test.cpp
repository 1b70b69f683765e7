#include "bench/latency.hpp"

#include <cmath>

#include "corpus/error.hpp"
#include "tests/catch.hpp"
#include "tests/caught_error.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

TEST_CASE("each query of a class is timed once, by one thread or several") {
    const SampleIndex sample(
        {article("a", "Storm", "The storm closed the port."), article("b", "Port", "A port.")});
    const std::vector<TimedQuery> queries{
        {"word", "storm", 1}, {"two", "storm port", 2}, {"word", "port", 3}, {"word", "zebra", 4}};
    for (const std::size_t threads : {1U, 3U}) {
        std::vector<Index> indexes;
        while (indexes.size() < threads) indexes.push_back(sample.open());
        const std::vector<GroupLatency> groups = measure_latency(indexes, queries, {2, {}});
        REQUIRE(groups.size() == 2);
        CHECK(groups[0].group == "word");
        CHECK(groups[0].queries.size() == 3);
        CHECK(groups[1].queries.size() == 1);
        for (const GroupLatency& group : groups) {
            CHECK(group.queries_each_second > 0);
            for (const QueryLatency& query : group.queries)
                for (const double figure : {query.core, query.fetch, query.search, query.render})
                    CHECK((figure > 0 && std::isfinite(figure)));
        }
    }
}

TEST_CASE("a query that is none is an error that names its line") {
    const SampleIndex sample({article("a", "Storm", "")});
    const std::vector<Index> indexes = [&] {
        std::vector<Index> one;
        one.push_back(sample.open());
        return one;
    }();
    const Error error = caught_error([&] {
        return measure_latency(indexes, {{"a", "storm", 1}, {"a", "storm AND", 2}}, {});
    });
    CHECK(error.kind() == ErrorKind::usage);
    CHECK(says(error, "line 2: "));
    CHECK(!error.excerpt().empty());
}

TEST_CASE("a quantile is the least value that so many do not exceed") {
    std::vector<QueryLatency> queries;
    for (int i = 200; i > 0; --i) queries.push_back({static_cast<double>(i), 0, 0, 7});
    const LatencyQuantiles core = quantiles(queries, &QueryLatency::core);
    CHECK(core.min == 1);
    CHECK(core.p50 == 100);
    CHECK(core.p95 == 190);
    CHECK(core.p99 == 198);
    CHECK(core.max == 200);
    CHECK(quantiles({{5, 6, 8, 7}}, &QueryLatency::fetch).p99 == 6);
}
