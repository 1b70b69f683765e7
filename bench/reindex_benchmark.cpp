#include <fmt/format.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "bench/benchmark_main.hpp"
#include "bench/machine.hpp"
#include "bench/process_cost.hpp"
#include "corpus/error.hpp"

// How long a whole `search` takes alone, and while the index that it searches is written anew and
// published over and over; and whether it fails or answers otherwise then.
namespace {

namespace fs = std::filesystem;
using namespace dateline;

constexpr const char* usage = "usage: reindex_benchmark [--rounds N] ARCHIVE QUERY...";

struct Request {
    std::uint64_t rounds = 20;
    std::string archive;
    std::vector<std::string> queries;
};

Request read_request(std::vector<std::string> words) {
    Request request;
    if (words.size() > 1 && words[0] == "--rounds") {
        const std::string& n = words[1];
        if (std::from_chars(n.data(), n.data() + n.size(), request.rounds).ec != std::errc())
            throw Error(ErrorKind::usage, n + " is no number", usage);
        words.erase(words.begin(), words.begin() + 2);
    }
    if (words.size() < 2) throw Error(ErrorKind::usage, "an archive and queries are needed", usage);
    request.archive = words[0];
    request.queries.assign(words.begin() + 1, words.end());
    return request;
}

std::string bytes_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void index_once(const std::string& archive, const fs::path& index) {
    const ProcessCost cost =
        cost_of_program({DATELINE_INDEX_PROGRAM, "index", "--quiet", "--progress=none", "--rebuild",
                         "--index=" + index.string(), archive});
    if (cost.exit_code != 0)
        throw Error(ErrorKind::input_output, fmt::format("index: exit code {}", cost.exit_code));
}

/// Rebuilds the index without end, in a process of its own, until it goes out of scope.
class Reindexing {
  public:
    Reindexing(const std::string& archive, const fs::path& index) : process_(::fork()) {
        if (process_ != 0) return;
        ::setpgid(0, 0);
        try {
            for (;;) index_once(archive, index);
        } catch (const Error& error) {
            fmt::print(stderr, "reindex_benchmark: {}\n", error.what());
        }
        ::_exit(1);
    }
    ~Reindexing() {
        ::kill(-process_, SIGKILL);
        ::waitpid(process_, nullptr, 0);
    }
    Reindexing(const Reindexing&) = delete;
    Reindexing& operator=(const Reindexing&) = delete;

    bool is_at_work() const { return ::waitpid(process_, nullptr, WNOHANG) == 0; }

  private:
    pid_t process_;
};

struct Searched {
    std::vector<double> milliseconds;
    int failures = 0;
    int other_answers = 0;
};

using Answers = std::map<std::string, std::string>;

// What `answers` has no answer for is put there.
void search_once(const std::string& query, const fs::path& index, const fs::path& out,
                 Answers& answers, Searched& searched) {
    const ProcessCost cost = cost_of([&] {
        if (!std::freopen(out.c_str(), "w", stdout)) return 4;
        const std::string chosen = "--index=" + index.string();
        ::execl(DATELINE_PROGRAM, DATELINE_PROGRAM, "search", "--quiet", "--format=jsonl",
                chosen.c_str(), "--", query.c_str(), nullptr);
        return 4;
    });
    searched.milliseconds.push_back(cost.wall_seconds * 1e3);
    if (cost.exit_code > 1) ++searched.failures;
    const std::string answer = bytes_of(out);
    if (answers.try_emplace(query, answer).first->second != answer) ++searched.other_answers;
}

Searched search_all(const Request& request, const fs::path& index, Answers& answers) {
    Searched searched;
    const fs::path out = index.parent_path() / "answer";
    for (std::uint64_t round = 0; round < request.rounds; ++round)
        for (const std::string& query : request.queries)
            search_once(query, index, out, answers, searched);
    std::ranges::sort(searched.milliseconds);
    return searched;
}

double percentile(const Searched& searched, std::size_t percent) {
    return searched.milliseconds[(searched.milliseconds.size() - 1) * percent / 100];
}

void print_row(std::string_view name, const Searched& searched) {
    fmt::print("{:<18}{:>9}{:>9.1f}{:>9.1f}{:>9.1f}{:>10}{:>15}\n", name,
               searched.milliseconds.size(), percentile(searched, 50), percentile(searched, 95),
               percentile(searched, 100), searched.failures, searched.other_answers);
}

std::string manifest_in_force(const fs::path& index) { return bytes_of(index / "CURRENT"); }

int run(const std::vector<std::string>& words) {
    refuse_debug_build();
    const Request request = read_request(words);
    fmt::print("{}\n", machine_line(DATELINE_BUILD_TYPE));
    std::string folder = (fs::temp_directory_path() / "dateline-bench-XXXXXX").string();
    if (!::mkdtemp(folder.data())) throw Error(ErrorKind::input_output, "cannot make " + folder);
    const fs::path index = fs::path(folder) / "index";
    index_once(request.archive, index);
    Answers answers;
    search_all({1, {}, request.queries}, index, answers);  // into the page cache
    const Searched alone = search_all(request, index, answers);
    const std::string before = manifest_in_force(index);
    Searched during;
    {
        const Reindexing reindexing(request.archive, index);
        during = search_all(request, index, answers);
        if (!reindexing.is_at_work())
            throw Error(ErrorKind::input_output, "the reindexing has ended");
    }
    fmt::print("index {} before, {} after\n\n", before.substr(0, before.find('\n')),
               manifest_in_force(index));
    fmt::print("{:<18}{:>9}{:>9}{:>9}{:>9}{:>10}{:>15}\n", "ms", "searches", "median", "95 %",
               "most", "failures", "other answers");
    print_row("alone", alone);
    print_row("during reindexing", during);
    fmt::print("{:<18}{:>9}{:>9.2f}{:>9.2f}{:>9.2f}\n", "ratio", "",
               percentile(during, 50) / percentile(alone, 50),
               percentile(during, 95) / percentile(alone, 95),
               percentile(during, 100) / percentile(alone, 100));
    fs::remove_all(folder);
    return 0;
}

}  // namespace

int main(int argc, char** argv) { return benchmark_main("reindex_benchmark", argc, argv, run); }
