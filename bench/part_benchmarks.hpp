#pragma once

#include <benchmark/benchmark.h>

#include "bench/measured_texts.hpp"

namespace dateline {

// Each registers the benchmarks of one part. The texts must outlive the run.

/// Text into terms.
void add_analyzer_benchmarks(const MeasuredTexts& texts);
/// Files into articles; items are articles. The files, decompressed or not, are those that
/// DATELINE_BENCH_SOURCES names between colons, else made-up JSON lines.
void add_format_benchmarks();
/// Bodies into passages.
void add_passage_benchmarks(const MeasuredTexts& texts);
/// Words into near-duplicate sketches; items are words.
void add_sketch_benchmarks(const MeasuredTexts& texts);
/// Sorted entries into a glass table on disk.
void add_table_benchmarks();
/// Analysed text into units and dense code, and back.
void add_unit_code_benchmarks(const MeasuredTexts& texts);

/// Reports bytes of text and items a second, `items` in one pass over all texts.
inline void count_passes(benchmark::State& state, const MeasuredTexts& texts, std::size_t items) {
    const auto passes = static_cast<std::int64_t>(state.iterations());
    state.SetBytesProcessed(passes * static_cast<std::int64_t>(texts.bytes));
    state.SetItemsProcessed(passes * static_cast<std::int64_t>(items));
}

}  // namespace dateline
