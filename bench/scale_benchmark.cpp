#include <fmt/format.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "bench/benchmark_main.hpp"
#include "bench/line_plot.hpp"
#include "bench/machine.hpp"
#include "bench/process_cost.hpp"
#include "bench/work_folder.hpp"
#include "corpus/byte_size.hpp"
#include "corpus/error.hpp"
#include "corpus/manifest.hpp"

// How the time to build an index, its size and the time of searches grow with the archive: made-up
// news of each size, indexed and searched by the programs themselves.
namespace {

namespace fs = std::filesystem;
using namespace dateline;

constexpr const char* usage = "usage: scale_benchmark [--plots FOLDER] SIZE...";

struct Request {
    fs::path plots;
    std::vector<std::string> sizes;
};

Request read_request(std::vector<std::string> words) {
    Request request;
    if (words.size() > 1 && words[0] == "--plots") {
        request.plots = words[1];
        words.erase(words.begin(), words.begin() + 2);
    }
    for (const std::string& word : words)
        if (!read_byte_size(word))
            throw Error(ErrorKind::usage, fmt::format("\"{}\" is not a size", word), usage);
    if (words.empty()) throw Error(ErrorKind::usage, "sizes are needed", usage);
    request.sizes = std::move(words);
    return request;
}

ProcessCost done(const std::vector<std::string>& command) {
    const ProcessCost cost = cost_of_program(command);
    if (cost.exit_code != 0)
        throw Error(ErrorKind::input_output,
                    fmt::format("{} {}: exit code {}", command[0], command[1], cost.exit_code));
    return cost;
}

/// What was measured of one size.
struct Scale {
    double text_bytes = 0;
    std::uint64_t passages = 0;
    std::size_t segments = 0;
    double disk_bytes = 0;
    ProcessCost index;
    ProcessCost search;  // of the process that timed queries
    std::map<std::string, nlohmann::json> classes;
};

double size_of(const fs::path& folder) {
    double bytes = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file()) bytes += static_cast<double>(entry.file_size());
    return bytes;
}

std::map<std::string, nlohmann::json> classes_in(const fs::path& file) {
    std::map<std::string, nlohmann::json> classes;
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
        nlohmann::json of_class = nlohmann::json::parse(line);
        const std::string name = of_class["class"];
        classes[name] = std::move(of_class);
    }
    return classes;
}

Scale measure(const std::string& size) {
    const WorkFolder folder;
    const std::string archive = (folder / "news.jsonl").string();
    const std::string index = "--index=" + (folder / "index").string();
    const std::string queries = (folder / "queries.tsv").string();
    const std::string latencies = (folder / "latencies.jsonl").string();
    Scale scale;
    done({DATELINE_PROGRAM, "bench", "--generate=" + size, "--seed=1", "--output=" + archive});
    scale.index =
        done({DATELINE_INDEX_PROGRAM, "index", "--quiet", "--progress=none", index, archive});
    fs::remove(archive);
    for (const SegmentInfo& segment : require_manifest(folder / "index").segments) {
        scale.text_bytes += static_cast<double>(segment.text_bytes);
        scale.passages += segment.passages;
        ++scale.segments;
    }
    scale.disk_bytes = size_of(folder / "index");
    done({DATELINE_PROGRAM, "bench", index, "--sample=40", "--seed=3", "--output=" + queries});
    scale.search = done({DATELINE_PROGRAM, "bench", index, "--rounds=3", "--format=jsonl",
                         "--output=" + latencies, queries});
    scale.classes = classes_in(latencies);
    return scale;
}

double gigabytes(const Scale& scale) { return scale.text_bytes / 1e9; }

void print_build(const std::vector<Scale>& scales) {
    fmt::print("{:>9}{:>12}{:>10}{:>9}{:>9}{:>14}{:>9}{:>9}{:>11}{:>16}{:>9}\n", "GB text",
               "passages", "segments", "CPU s", "wall s", "CPU s per GB", "peak MB", "its own",
               "disk/text", "search peak MB", "its own");
    for (const Scale& scale : scales)
        fmt::print(
            "{:>9.2f}{:>12}{:>10}{:>9.1f}{:>9.1f}{:>14.1f}{:>9.0f}{:>9.0f}{:>11.3f}{:>16.0f}{:>9."
            "0f}\n",
            gigabytes(scale), scale.passages, scale.segments, scale.index.cpu_seconds,
            scale.index.wall_seconds, scale.index.cpu_seconds / gigabytes(scale),
            static_cast<double>(scale.index.peak_bytes) / 1e6,
            static_cast<double>(scale.index.private_peak_bytes) / 1e6,
            scale.disk_bytes / scale.text_bytes, static_cast<double>(scale.search.peak_bytes) / 1e6,
            static_cast<double>(scale.search.private_peak_bytes) / 1e6);
}

void print_latencies(const std::vector<Scale>& scales) {
    fmt::print("\n{:<9}{:>9}{:>12}{:>9}{:>9}{:>13}{:>9}{:>9}\n", "class", "GB text", "core p50 us",
               "p99", "max", "search p50", "p99", "max");
    for (const auto& [name, unused] : scales.front().classes)
        for (const Scale& scale : scales) {
            const nlohmann::json& of = scale.classes.at(name);
            fmt::print("{:<9}{:>9.2f}{:>12}{:>9}{:>9}{:>13}{:>9}{:>9}\n", name, gigabytes(scale),
                       of["core_us"]["p50"].dump(), of["core_us"]["p99"].dump(),
                       of["core_us"]["max"].dump(), of["search_us"]["p50"].dump(),
                       of["search_us"]["p99"].dump(), of["search_us"]["max"].dump());
        }
}

LinePlot build_plot(const std::vector<Scale>& scales) {
    LinePlot plot{"Building an index of made-up news", "GB of text", "seconds", {}};
    plot.lines = {{"CPU", {}}, {"wall", {}}};
    for (const Scale& scale : scales) {
        plot.lines[0].points.emplace_back(gigabytes(scale), scale.index.cpu_seconds);
        plot.lines[1].points.emplace_back(gigabytes(scale), scale.index.wall_seconds);
    }
    return plot;
}

LinePlot latency_plot(const std::vector<Scale>& scales, const std::string& title,
                      const std::string& figure, const std::string& quantile) {
    LinePlot plot{title, "GB of text", "milliseconds", {}};
    for (const auto& [name, unused] : scales.front().classes) {
        PlotLine& line = plot.lines.emplace_back();
        line.name = name;
        for (const Scale& scale : scales)
            line.points.emplace_back(gigabytes(scale),
                                     scale.classes.at(name)[figure][quantile].get<double>() / 1000);
    }
    return plot;
}

void write(const fs::path& file, const LinePlot& plot) {
    std::ofstream out(file);
    out << svg_of(plot);
    if (!out.flush())
        throw Error(ErrorKind::input_output, fmt::format("cannot write {}", file.string()));
}

int run(std::vector<std::string> words) {
    refuse_debug_build();
    const Request request = read_request(std::move(words));
    fmt::print("{}\n\n", machine_line(DATELINE_BUILD_TYPE));
    std::vector<Scale> scales;
    for (const std::string& size : request.sizes) scales.push_back(measure(size));
    print_build(scales);
    print_latencies(scales);
    if (request.plots.empty()) return 0;
    fs::create_directories(request.plots);
    write(request.plots / "build.svg", build_plot(scales));
    for (const std::string quantile : {"p50", "p99"})
        for (const auto& [figure, what] : std::map<std::string, std::string>{
                 {"core_us", "The first ten by evidence"}, {"search_us", "A whole search"}})
            write(request.plots /
                      fmt::format("{}-{}.svg", figure.substr(0, figure.find('_')), quantile),
                  latency_plot(scales, fmt::format("{}, {}", what, quantile), figure, quantile));
    return 0;
}

}  // namespace

int main(int argc, char** argv) { return benchmark_main("scale_benchmark", argc, argv, run); }
