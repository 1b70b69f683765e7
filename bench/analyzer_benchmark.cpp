#include "bench/part_benchmarks.hpp"
#include "corpus/analyzer.hpp"

namespace dateline {

namespace {

std::size_t analyze_all(Analyzer& analyzer, const MeasuredTexts& texts) {
    std::size_t tokens = 0;
    for (const std::string& body : texts.bodies) tokens += analyzer.analyze(body).size();
    return tokens;
}

void from_cold(benchmark::State& state, const MeasuredTexts& texts) {
    std::size_t tokens = 0;
    for (auto _ : state) {
        Analyzer analyzer("en");
        tokens = analyze_all(analyzer, texts);
    }
    count_passes(state, texts, tokens);
}

void warm(benchmark::State& state, const MeasuredTexts& texts) {
    Analyzer analyzer("en");
    std::size_t tokens = analyze_all(analyzer, texts);
    for (auto _ : state) tokens = analyze_all(analyzer, texts);
    count_passes(state, texts, tokens);
}

}  // namespace

void add_analyzer_benchmarks(const MeasuredTexts& texts) {
    benchmark::RegisterBenchmark("analyze, cache cold at start", from_cold, std::cref(texts))
        ->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("analyze, cache warm", warm, std::cref(texts))
        ->Unit(benchmark::kMillisecond);
}

}  // namespace dateline
