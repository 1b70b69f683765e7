#include "indexer/problem_printer.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdio>

#include "tests/catch.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;

namespace {

// What goes to standard error while `print` runs.
template <typename Print>
std::string printed(const Print& print) {
    const test::TemporaryFolder folder;
    std::fflush(stderr);
    const int before = ::dup(STDERR_FILENO);
    std::FILE* file = std::fopen((folder / "err").c_str(), "w");
    ::dup2(::fileno(file), STDERR_FILENO);
    print();
    std::fflush(stderr);
    ::dup2(before, STDERR_FILENO);
    ::close(before);
    std::fclose(file);
    return test::read_bytes(folder / "err");
}

std::string print_some(int count, const ReportedProblem& problem, bool verbose) {
    GlobalOptions global;
    global.progress = ProgressChoice::none;
    global.verbose = verbose;
    Progress progress(global);
    return printed([&] {
        ProblemPrinter printer(global, progress);
        for (int i = 0; i < count; ++i) printer.print(problem);
        printer.print_rest();
    });
}

const ReportedProblem rejected{
    "/archive", "a.jsonl", {ProblemOutcome::rejected, "m.txt", 12, 3, "", "why"}, "", false};

}  // namespace

TEST_CASE("a problem is named with its place and reason") {
    CHECK(print_some(1, rejected, false) ==
          "dateline: warning: /archive/a.jsonl/m.txt, line 3 (byte 12): rejected: why\n");
}

TEST_CASE("of many problems a few are named and the rest is counted, unless all are asked for") {
    const auto lines = [](const std::string& text) { return std::ranges::count(text, '\n'); };
    CHECK(lines(print_some(25, rejected, false)) == 11);
    CHECK(print_some(25, rejected, false).find("15 more") != std::string::npos);
    CHECK(lines(print_some(25, rejected, true)) == 25);
}

TEST_CASE("what an earlier run has named is named again only where asked for") {
    ReportedProblem repeated = rejected;
    repeated.is_repeated = true;
    CHECK(print_some(3, repeated, false).empty());
    CHECK_FALSE(print_some(3, repeated, true).empty());
}
