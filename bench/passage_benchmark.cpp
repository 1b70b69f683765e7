#include "bench/part_benchmarks.hpp"
#include "corpus/passage.hpp"

namespace dateline {

namespace {

void split_all(benchmark::State& state, const MeasuredTexts& texts) {
    PassageSplitter splitter;
    std::size_t passages = 0;
    for (auto _ : state) {
        passages = 0;
        for (const std::string& body : texts.bodies) passages += splitter.split(body, "en").size();
    }
    count_passes(state, texts, passages);
}

}  // namespace

void add_passage_benchmarks(const MeasuredTexts& texts) {
    benchmark::RegisterBenchmark("split into passages", split_all, std::cref(texts))
        ->Unit(benchmark::kMillisecond);
}

}  // namespace dateline
