#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "bench/article_generator.hpp"
#include "bench/benchmark_main.hpp"
#include "bench/machine.hpp"
#include "bench/passage_cutting_benchmark.hpp"
#include "bench/process_cost.hpp"
#include "bench/work_folder.hpp"
#include "corpus/byte_size.hpp"
#include "corpus/error.hpp"
#include "corpus/manifest.hpp"

// What a whole run of `index` costs, from the files of an archive to the published index, beside
// SQLite's full-text search on the same passages, which are cut for it beforehand and for free.
// All are children of this process, run in turn, so that other work on the machine hits both.
namespace {

namespace fs = std::filesystem;
using namespace dateline;

constexpr const char* usage =
    "usage: pipeline_benchmark [--rounds N] (ARCHIVE | --generate SIZE [--seed S])"
    " [-- options of index]";

struct Request {
    std::string archive;
    std::string generate;
    std::uint64_t seed = 1;
    std::uint64_t rounds = 3;
    std::vector<std::string> index_options;
};

std::uint64_t number_of(const std::string& text) {
    std::uint64_t number = 0;
    const char* end = text.data() + text.size();
    if (std::from_chars(text.data(), end, number).ptr != end || number == 0)
        throw Error(ErrorKind::usage, fmt::format("\"{}\" is not a number", text), usage);
    return number;
}

Request read_request(const std::vector<std::string>& words) {
    Request request;
    for (auto word = words.begin(); word != words.end(); ++word) {
        if (*word == "--") {
            request.index_options.assign(word + 1, words.end());
            break;
        }
        const bool is_option = word->starts_with("--");
        if (is_option && word + 1 == words.end())
            throw Error(ErrorKind::usage, *word + " needs a value", usage);
        if (*word == "--rounds")
            request.rounds = number_of(*++word);
        else if (*word == "--seed")
            request.seed = number_of(*++word);
        else if (*word == "--generate")
            request.generate = *++word;
        else if (!is_option && request.archive.empty())
            request.archive = *word;
        else
            throw Error(ErrorKind::usage, "what is meant by " + *word, usage);
    }
    if (request.archive.empty() == request.generate.empty())
        throw Error(ErrorKind::usage, "one archive is needed", usage);
    return request;
}

int generate(std::uint64_t text_bytes, std::uint64_t seed, const fs::path& file) {
    ArticleGenerator generator(seed);
    std::ofstream out(file, std::ios::binary);
    for (std::uint64_t written = 0; written < text_bytes;) {
        const Article article = generator.next();
        written += article.headline.size() + article.body.size();
        out << json_line(article);
    }
    return out.flush() ? 0 : 1;
}

void require_success(const ProcessCost& cost, std::string_view what) {
    if (cost.exit_code != 0)
        throw Error(ErrorKind::input_output,
                    fmt::format("{} failed: exit code {}", what, cost.exit_code));
}

std::string archive_of(const Request& request, const WorkFolder& folder) {
    if (request.generate.empty()) return request.archive;
    const std::optional<std::uint64_t> size = read_byte_size(request.generate);
    if (!size)
        throw Error(ErrorKind::usage, fmt::format("\"{}\" is not a size", request.generate), usage);
    const fs::path file = folder / "generated.jsonl";
    require_success(cost_of([&] { return generate(*size, request.seed, file); }), "generating");
    return file.string();
}

std::uint64_t size_of(const fs::path& path) {
    if (!fs::is_directory(path)) return fs::file_size(path);
    std::uint64_t bytes = 0;
    for (const auto& entry : fs::recursive_directory_iterator(path))
        if (entry.is_regular_file()) bytes += entry.file_size();
    return bytes;
}

// The cheapest of the rounds so far.
struct Measured {
    std::optional<ProcessCost> best;
    std::uint64_t disk_bytes = 0;

    void add(const ProcessCost& cost, const fs::path& made) {
        if (!best || cost.cpu_seconds < best->cpu_seconds) best = cost;
        disk_bytes = size_of(made);
    }
};

void run_index(Measured& measured, const Request& request, const std::string& archive,
               const fs::path& index) {
    fs::remove_all(index);
    std::vector<std::string> command{DATELINE_INDEX_PROGRAM, "index", "--quiet", "--progress=none",
                                     "--index=" + index.string()};
    command.insert(command.end(), request.index_options.begin(), request.index_options.end());
    command.push_back(archive);
    const ProcessCost cost = cost_of_program(command);
    require_success(cost, "dateline-index");
    measured.add(cost, index);
}

void run_peer(Measured& measured, const std::string& program, const fs::path& passages,
              const fs::path& database) {
    fs::remove(database);
    const ProcessCost cost = cost_of_program({program, passages.string(), database.string()});
    require_success(cost, "sqlite_benchmark");
    measured.add(cost, database);
}

void print_row(std::string_view name, const Measured& measured, double text_bytes) {
    const ProcessCost& cost = *measured.best;
    fmt::print("{:<14}{:>9.2f}{:>9.2f}{:>11.1f}{:>12.1f}{:>13.0f}{:>12.2f}\n", name,
               cost.cpu_seconds, cost.wall_seconds, text_bytes / 1e6 / cost.cpu_seconds,
               text_bytes / 1e6 / cost.wall_seconds, static_cast<double>(cost.peak_bytes) / 1e6,
               static_cast<double>(measured.disk_bytes) / text_bytes);
}

// "postlist.glass" of all segments together, "manifest" of all manifests.
std::string part_name(const fs::path& file) {
    std::string name = file.filename().string();
    const std::size_t dash = name.rfind('-');
    const bool is_numbered = dash != std::string::npos &&
                             std::all_of(name.begin() + static_cast<std::ptrdiff_t>(dash) + 1,
                                         name.end(), [](unsigned char c) { return isdigit(c); });
    return is_numbered ? name.substr(0, dash) : name;
}

void print_parts(const fs::path& index, double text_bytes) {
    std::map<std::string, std::uint64_t> bytes;
    for (const auto& entry : fs::recursive_directory_iterator(index))
        if (entry.is_regular_file()) bytes[part_name(entry.path())] += entry.file_size();
    std::vector<std::pair<std::string, std::uint64_t>> parts(bytes.begin(), bytes.end());
    std::ranges::sort(parts, std::greater(), &std::pair<std::string, std::uint64_t>::second);
    fmt::print("\n{:<20}{:>14}{:>12}\n", "index on disk", "bytes", "of text");
    for (const auto& [name, size] : parts)
        fmt::print("{:<20}{:>14}{:>12.4f}\n", name, size, static_cast<double>(size) / text_bytes);
}

void report(const fs::path& index, const Measured& own, const Measured& peer,
            std::uint64_t rounds) {
    const Manifest manifest = require_manifest(index);
    std::uint64_t articles = 0;
    std::uint64_t passages = 0;
    std::uint64_t text = 0;
    for (const SegmentInfo& segment : manifest.segments) {
        articles += segment.articles;
        passages += segment.passages;
        text += segment.text_bytes;
    }
    const auto text_bytes = static_cast<double>(text);
    fmt::print("{} articles, {} passages, {:.1f} MB of text, {} segments; best of {}\n\n", articles,
               passages, text_bytes / 1e6, manifest.segments.size(), rounds);
    fmt::print("{:<14}{:>9}{:>9}{:>11}{:>12}{:>13}{:>12}\n", "", "CPU s", "wall s", "MB/CPU s",
               "MB/wall s", "peak MB", "disk/text");
    print_row("dateline", own, text_bytes);
    if (peer.best) {
        print_row("SQLite FTS5", peer, text_bytes);
        fmt::print("{:<14}{:>9.2f}{:>9.2f}\n", "ratio",
                   own.best->cpu_seconds / peer.best->cpu_seconds,
                   own.best->wall_seconds / peer.best->wall_seconds);
    }
    print_parts(index, text_bytes);
}

int run(const std::vector<std::string>& words) {
    refuse_debug_build();
    const Request request = read_request(words);
    fmt::print("{}\n", machine_line(DATELINE_BUILD_TYPE));
    const WorkFolder folder;
    const std::string archive = archive_of(request, folder);
    const fs::path peer_program =
        fs::read_symlink("/proc/self/exe").parent_path() / "sqlite_benchmark";
    const bool has_peer = fs::exists(peer_program);
    const fs::path passages = folder / "passages";
    if (has_peer)
        require_success(cost_of([&] { return cut_archive(archive, passages), 0; }), "cutting");
    Measured own;
    Measured peer;
    for (std::uint64_t round = 0; round < request.rounds; ++round) {
        run_index(own, request, archive, folder / "index");
        if (has_peer) run_peer(peer, peer_program.string(), passages, folder / "peer.db");
    }
    report(folder / "index", own, peer, request.rounds);
    if (!has_peer) fmt::print("\nno peer: built without SQLite\n");
    return 0;
}

}  // namespace

int main(int argc, char** argv) { return benchmark_main("pipeline_benchmark", argc, argv, run); }
