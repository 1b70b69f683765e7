#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <random>

#include "indexer/checkpoint.hpp"
#include "tests/catch.hpp"
#include "tests/indexer/changing_archive.hpp"
#include "tests/indexer/index_contents.hpp"
#include "tests/indexer/process_apart.hpp"
#include "tests/indexer/run_index.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

/// An archive that is indexed in batches of a few articles by a process that may be ended.
struct Archive {
    test::TemporaryFolder folder;
    fs::path index = folder / "index";
    IndexOptions options = test::index_options(index, {(folder / "news").string()});
    std::mt19937 random{1};

    Archive() { options.segments.memory = 1U << 18; }

    void change(int files) { test::change_files(folder / "news", files, {}, random); }

    // Runs in a process of its own; returns its status.
    int run_until(int signal, std::chrono::microseconds pause) const {
        return test::run_apart([&] { test::run_index(options); }, signal, pause);
    }

    std::uint64_t number() const {
        return read_current_manifest(index).value_or(Manifest{}).number;
    }
    bool has_checkpoint() const { return read_checkpoint(index, number()).has_value(); }

    // Kills a run, after ever longer times, until one has left a checkpoint. `prepare` comes before
    // each.
    template <typename Prepare>
    void leave_checkpoint(const Prepare& prepare) const {
        // Twice as long in each round, for slow machines and sanitizers.
        std::chrono::microseconds step(500);
        for (int round = 0; round < 6; ++round, step *= 2)
            for (int attempt = 1; attempt <= 100 && !has_checkpoint(); ++attempt) {
                prepare();
                run_until(SIGKILL, step * attempt);
            }
        REQUIRE(has_checkpoint());
    }

    void run() const { CHECK(test::run_index(options).ledger.adds_up()); }
};

// `other` is an index that is brought up to date without a stop.
void require_as_uninterrupted(const Archive& archive, const fs::path& other) {
    IndexOptions options = archive.options;
    options.index = other;
    test::run_index(options);
    test::require_same_articles(archive.index, other);
}

void stop_and_go_on(int signal) {
    Archive archive;
    int stopped = 0;
    int went_on = 0;
    archive.change(60);
    const auto begin = Clock::now();
    archive.run();
    const auto whole = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begin);
    const test::TemporaryFolder other;
    const int rounds = test::crash_rounds(6);
    // However quick the machine, some round ends after a checkpoint.
    for (int round = 0; round < rounds || (went_on == 0 && round < 100); ++round) {
        test::copy_index(archive.index, other / "index");
        archive.change(60);
        const std::uint64_t number = archive.number();
        const auto pause = whole * static_cast<int>(archive.random() % 1000) / 1000;
        const int code = archive.run_until(signal, pause);
        CHECK((code == 0 || code == 130 || code == 128 + SIGKILL));
        stopped += code != 0;
        went_on += archive.has_checkpoint();
        INFO("round " << round << ", stopped after " << pause.count() << " of " << whole.count()
                      << " us with " << code << ", checkpoint " << archive.has_checkpoint());
        // Had it been published, the next run would know more than one that was never stopped.
        if (round % 3 == 2 && archive.number() == number) archive.change(9);
        archive.run();
        require_as_uninterrupted(archive, other / "index");
        CHECK_FALSE(archive.has_checkpoint());
        CHECK_FALSE(test::run_index(archive.options).published);
    }
    CHECK(stopped > 0);
    CHECK(went_on > 0);
}

}  // namespace

TEST_CASE("after kill -9 at any moment the next run goes on and ends as if nothing had happened",
          "[crash]") {
    stop_and_go_on(SIGKILL);
}

TEST_CASE("after SIGINT at any moment the next run goes on and ends as if nothing had happened",
          "[crash]") {
    stop_and_go_on(SIGINT);
}

TEST_CASE("what was finished before the disk was full is not lost") {
    Archive archive;
    archive.change(60);
    int code = 0;
    // The kernel refuses to make any file larger. The sources in a checkpoint grow with each batch
    // until they reach that.
    for (rlim_t bytes = 5'000; !archive.has_checkpoint(); bytes += 5'000) {
        fs::remove_all(archive.index);
        const auto limited_run = [&] {
            const rlimit limit{bytes, bytes};
            ::setrlimit(RLIMIT_FSIZE, &limit);
            ::signal(SIGXFSZ, SIG_IGN);
            test::run_index(archive.options);
        };
        code = test::run_apart(limited_run);
        REQUIRE(code == 4);
    }
    CHECK(archive.number() == 0);
    archive.run();
    const test::TemporaryFolder other;
    require_as_uninterrupted(archive, other / "index");
}

TEST_CASE("a rebuild that was stopped is gone on with by the next rebuild, not by another run") {
    Archive archive;
    archive.change(60);
    archive.run();
    const auto before = test::index_texts(archive.index);
    archive.options.rebuilds = true;
    archive.options.paths.clear();
    archive.leave_checkpoint([] {});
    CHECK(test::run_index(archive.options).went_on);
    CHECK(test::index_texts(archive.index) == before);
}

TEST_CASE("work on roots that are not asked for any more is given up") {
    Archive archive;
    archive.change(60);
    archive.folder.write("more/a.jsonl", R"({"id":"m","headline":"More","body":"Text."})");
    archive.leave_checkpoint([&] { fs::remove_all(archive.index); });
    const IndexReport report = test::run_index(archive.index, {(archive.folder / "more").string()});
    CHECK_FALSE(report.went_on);
    CHECK(test::index_contents(archive.index).size() == 1);
    CHECK(require_manifest(archive.index).roots.size() == 1);
    CHECK_FALSE(fs::exists(archive.index / "CHECKPOINT"));
}
