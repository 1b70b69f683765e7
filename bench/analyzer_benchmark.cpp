#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/analyzer.hpp"

// How fast texts become terms, in bytes of text a second on one core. Texts: the files named in
// DATELINE_BENCH_TEXT (between colons; plain UTF-8, an empty line between two bodies), else the
// sample archive.
namespace {

namespace fs = std::filesystem;

std::string file_text(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("cannot read " + path.string());
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<fs::path> text_files() {
    std::vector<fs::path> files;
    if (const char* named = std::getenv("DATELINE_BENCH_TEXT")) {
        for (std::string_view rest = named; !rest.empty();) {
            const std::size_t end = std::min(rest.find(':'), rest.size());
            files.emplace_back(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        return files;
    }
    for (const auto& entry : fs::recursive_directory_iterator(DATELINE_SOURCE_DIR "/corpus/sample"))
        if (entry.is_regular_file()) files.push_back(entry.path());
    return files;
}

struct Texts {
    std::string all;
    std::vector<std::string_view> bodies;
};

Texts read_texts() {
    constexpr std::size_t least_bytes = 10'000'000;
    Texts texts;
    std::string once;
    for (const fs::path& file : text_files()) {
        const std::string text = file_text(file);
        const bool is_compressed = text.find('\0') != text.npos;
        if (!is_compressed) once += text + "\n\n";
    }
    if (once.empty()) throw std::runtime_error("no text to measure with");
    do texts.all += once;
    while (texts.all.size() < least_bytes);
    for (std::size_t at = 0; at < texts.all.size();) {
        const std::size_t end = std::min(texts.all.find("\n\n", at), texts.all.size());
        texts.bodies.push_back(std::string_view(texts.all).substr(at, end - at));
        at = end + 2;
    }
    return texts;
}

std::size_t analyze_all(dateline::Analyzer& analyzer, const Texts& texts) {
    std::size_t tokens = 0;
    for (const std::string_view body : texts.bodies) tokens += analyzer.analyze(body).size();
    return tokens;
}

void count(benchmark::State& state, const Texts& texts, std::size_t tokens) {
    const auto passes = static_cast<std::int64_t>(state.iterations());
    state.SetBytesProcessed(passes * static_cast<std::int64_t>(texts.all.size()));
    state.SetItemsProcessed(passes * static_cast<std::int64_t>(tokens));
}

void from_cold(benchmark::State& state, const Texts& texts) {
    std::size_t tokens = 0;
    for (auto _ : state) {
        dateline::Analyzer analyzer("en");
        tokens = analyze_all(analyzer, texts);
    }
    count(state, texts, tokens);
}

void warm(benchmark::State& state, const Texts& texts) {
    dateline::Analyzer analyzer("en");
    std::size_t tokens = analyze_all(analyzer, texts);
    for (auto _ : state) tokens = analyze_all(analyzer, texts);
    count(state, texts, tokens);
}

int run(int argc, char** argv) {
#ifndef NDEBUG
    throw std::runtime_error("a debug build measures nothing: configure with the release preset");
#endif
    const Texts texts = read_texts();
    fmt::print("{} build, {:.1f} MB of text in {} bodies, {}\n", DATELINE_BUILD_TYPE,
               static_cast<double>(texts.all.size()) / 1e6, texts.bodies.size(),
               dateline::analysis_version());
    benchmark::RegisterBenchmark("analyze, cache cold at start", from_cold, std::cref(texts))
        ->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("analyze, cache warm", warm, std::cref(texts))
        ->Unit(benchmark::kMillisecond);
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return run(argc, argv);
    } catch (const std::exception& error) {
        fmt::print(stderr, "analyzer_benchmark: {}\n", error.what());
        return 1;
    }
}
