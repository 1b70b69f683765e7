#include <fmt/format.h>

#include <filesystem>

#include "bench/part_benchmarks.hpp"
#include "bench/random_numbers.hpp"
#include "indexer/glass/table.hpp"

namespace dateline {

namespace {

constexpr std::size_t entries = 200'000;

// Tags of `tag_bytes` bytes that do not compress, as postings are.
void write_table(benchmark::State& state) {
    const auto tag_bytes = static_cast<std::size_t>(state.range(0));
    const std::filesystem::path file =
        std::filesystem::temp_directory_path() / fmt::format("dateline-{}.glass", getpid());
    RandomNumbers random(1);
    std::string tag;
    while (tag.size() < tag_bytes) tag += static_cast<char>(random.below(256));
    for (auto _ : state) {
        glass::TableWriter table(file, 0);
        for (std::size_t i = 0; i < entries; ++i) table.add(fmt::format("{:08}", i), tag);
        benchmark::DoNotOptimize(table.finish());
    }
    std::filesystem::remove(file);
    const auto written = static_cast<std::int64_t>(state.iterations() * entries);
    state.SetItemsProcessed(written);
    state.SetBytesProcessed(written * static_cast<std::int64_t>(8 + tag_bytes));
}

}  // namespace

void add_table_benchmarks() {
    benchmark::RegisterBenchmark("glass table, 200,000 entries, bytes of tag", write_table)
        ->Arg(8)
        ->Arg(100)
        ->Arg(1000)
        ->Unit(benchmark::kMillisecond);
}

}  // namespace dateline
