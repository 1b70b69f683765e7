#include "bench/part_benchmarks.hpp"
#include "corpus/analyzer.hpp"
#include "indexer/sketch.hpp"
#include "indexer/word_sequences.hpp"

namespace dateline {

namespace {

using Words = std::vector<std::uint64_t>;

std::vector<Words> word_hashes(const MeasuredTexts& texts) {
    Analyzer analyzer("en");
    std::vector<Words> hashes;
    for (const std::string& body : texts.bodies) {
        Words words;
        for (const Token& token : analyzer.analyze(body))
            words.push_back(word_hash(token.word->folded));
        hashes.push_back(std::move(words));
    }
    return hashes;
}

void sketch_all(benchmark::State& state, const MeasuredTexts& texts) {
    const std::vector<Words> all = word_hashes(texts);
    std::size_t words = 0;
    for (const Words& text : all) words += text.size();
    for (auto _ : state)
        for (const Words& text : all) benchmark::DoNotOptimize(sketch_of(text));
    count_passes(state, texts, words);
}

}  // namespace

void add_sketch_benchmarks(const MeasuredTexts& texts) {
    benchmark::RegisterBenchmark("sketch", sketch_all, std::cref(texts))
        ->Unit(benchmark::kMillisecond);
}

}  // namespace dateline
