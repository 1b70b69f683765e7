#include <fmt/format.h>

#include <cstdlib>

#include "bench/machine.hpp"
#include "bench/part_benchmarks.hpp"
#include "corpus/analyzer.hpp"
#include "corpus/error.hpp"

// How fast the parts of the pipeline are on one core, in bytes of text a second. Texts: the files
// that DATELINE_BENCH_TEXT names, else made-up articles.
namespace {

dateline::MeasuredTexts measured_texts() {
    constexpr std::uint64_t bytes = 20 << 20;
    const char* names = std::getenv("DATELINE_BENCH_TEXT");
    return names ? dateline::texts_of_files(names) : dateline::generated_texts(bytes, 1);
}

int run(int argc, char** argv) {
    dateline::refuse_debug_build();
    const dateline::MeasuredTexts texts = measured_texts();
    fmt::print("{}\n{:.1f} MB of text in {} bodies ({}), {}\n",
               dateline::machine_line(DATELINE_BUILD_TYPE), static_cast<double>(texts.bytes) / 1e6,
               texts.bodies.size(), texts.origin, dateline::analysis_version());
    dateline::add_format_benchmarks();
    dateline::add_passage_benchmarks(texts);
    dateline::add_analyzer_benchmarks(texts);
    dateline::add_unit_code_benchmarks(texts);
    dateline::add_sketch_benchmarks(texts);
    dateline::add_table_benchmarks();
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return run(argc, argv);
    } catch (const dateline::Error& error) {
        fmt::print(stderr, "parts_benchmark: {}; {}\n", error.what(), error.hint());
        return 1;
    }
}
