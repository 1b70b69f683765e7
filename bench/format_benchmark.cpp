#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string_view>

#include "bench/article_generator.hpp"
#include "bench/part_benchmarks.hpp"
#include "corpus/source.hpp"

namespace dateline {

namespace {

// Decompressed, so that only the reading of the format is measured.
std::string bytes_of(const std::filesystem::path& path) {
    SourceFile file;
    file.path = path;
    const std::unique_ptr<ByteStream> stream = open_source(file);
    std::string bytes;
    for (std::string_view more = stream->peek(1); !more.empty(); more = stream->peek(1)) {
        bytes += more;
        stream->skip(more.size());
    }
    return bytes;
}

std::string made_up_lines() {
    constexpr std::size_t least_bytes = 20 << 20;
    ArticleGenerator generator(1);
    std::string lines;
    while (lines.size() < least_bytes) lines += json_line(generator.next());
    return lines;
}

void read_all(benchmark::State& state, const std::string& bytes) {
    std::size_t articles = 0;
    for (auto _ : state) {
        articles = 0;
        const std::unique_ptr<ByteStream> stream = open_bytes(bytes);
        read_source(*stream, {}, {}, [&](ReadEvent&& event) {
            if (std::holds_alternative<Article>(event)) ++articles;
            benchmark::DoNotOptimize(event);
        });
    }
    const auto passes = static_cast<std::int64_t>(state.iterations());
    state.SetBytesProcessed(passes * static_cast<std::int64_t>(bytes.size()));
    state.SetItemsProcessed(passes * static_cast<std::int64_t>(articles));
}

void add(const std::string& name, std::string bytes) {
    benchmark::RegisterBenchmark(("formats/" + name).c_str(), [bytes = std::move(bytes)](
                                                                  benchmark::State& state) {
        read_all(state, bytes);
    })->Unit(benchmark::kMillisecond);
}

}  // namespace

void add_format_benchmarks() {
    const char* names = std::getenv("DATELINE_BENCH_SOURCES");
    if (!names) return add("made-up JSON lines", made_up_lines());
    for (std::string_view rest = names; !rest.empty();) {
        const std::filesystem::path path = rest.substr(0, rest.find(':'));
        rest.remove_prefix(std::min(path.native().size() + 1, rest.size()));
        if (!path.empty()) add(path.filename().string(), bytes_of(path));
    }
}

}  // namespace dateline
