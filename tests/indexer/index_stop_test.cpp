#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <optional>
#include <random>

#include "corpus/error.hpp"
#include "corpus/manifest.hpp"
#include "indexer/ledger.hpp"
#include "indexer/sources_repair.hpp"
#include "tests/catch.hpp"
#include "tests/indexer/changing_archive.hpp"
#include "tests/indexer/process_apart.hpp"
#include "tests/indexer/run_index.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;

namespace {

namespace fs = std::filesystem;

struct Stop {};

// Stops behind the record of that number, of those that are read; nullopt then, and the report
// where the run ends before.
std::optional<IndexReport> run_until(const IndexOptions& options, int record) {
    GlobalOptions global;
    global.progress = ProgressChoice::none;
    Progress progress(global);
    try {
        return index_archive(options, progress, [&](const ReportedProblem& problem) {
            if (!problem.is_repeated && --record == 0) throw Stop{};
        });
    } catch (const Stop&) {
        return std::nullopt;
    }
}

IndexReport run_to_end(const IndexOptions& options) { return *run_until(options, 0); }

Sources sources_of(const fs::path& index) {
    Sources sources = read_published_sources(index, require_manifest(index));
    for (SourceFileEntry& file : sources.files) file.is_fresh = false;  // as of the run
    return sources;
}

enum class Run { update, keeps_vanished, rebuild };

/// Two roots with the same ids and texts, the second of which comes and goes.
struct Archive {
    explicit Archive(unsigned seed) : random(seed) {
        options.longest_batch = std::chrono::seconds(0);  // a checkpoint for each record
    }

    test::TemporaryFolder folder{};
    fs::path index = folder / "index";
    fs::path news = folder / "news";
    fs::path wire = folder / "wire";
    IndexOptions options = test::index_options(index, {news.string()});
    std::mt19937 random;

    void change(const fs::path& root) {
        test::change_files(root, 5, {.files = 8, .ids = 8, .breaks_each_record = true}, random);
    }
    // All that was changed so far is indexed, and more is changed. The wire cannot be read then.
    void go_ahead() {
        if (fs::exists(folder / "away")) fs::rename(folder / "away", wire);
        change(news);
        change(wire);
        test::run_index(index, {news.string(), wire.string()});
        change(news);
        fs::rename(wire, folder / "away");
    }
};

void require_same(const IndexReport& report, const IndexReport& expected) {
    REQUIRE(ledger_line(report.ledger) == ledger_line(expected.ledger));
    REQUIRE(report.renamed_ids == expected.renamed_ids);
    REQUIRE(report.new_rejections == expected.new_rejections);
    REQUIRE(report.undated == expected.undated);
    REQUIRE(report.ambiguous_dates == expected.ambiguous_dates);
}

void stop_everywhere(Run kind, unsigned seed) {
    Archive archive(seed);
    IndexOptions& options = archive.options;
    options.keeps_vanished = kind == Run::keeps_vanished;
    options.rebuilds = kind == Run::rebuild;
    for (int round = 0; round < 2; ++round) {
        // A rebuild wants an index; all others begin with none.
        if (round > 0 || options.rebuilds)
            archive.go_ahead();
        else
            archive.change(archive.news);
        fs::create_directories(archive.index);
        test::copy_index(archive.index, archive.folder / "before");
        const IndexReport expected = run_to_end(options);
        test::copy_index(archive.index, archive.folder / "expected");
        for (int record = 1;; ++record) {
            INFO("seed " << seed << ", round " << round << ", stopped behind record " << record);
            test::copy_index(archive.folder / "before", archive.index);
            if (run_until(options, record)) break;
            // The next may be stopped as well.
            std::optional<IndexReport> report;
            if (record % 2 == 0) report = run_until(options, 1 + record % 7);
            if (!report && record % 3 == 0) report = run_until(options, 1 + record % 5);
            require_same(report ? *report : run_to_end(options), expected);
            test::require_same_articles(archive.index, archive.folder / "expected");
            REQUIRE(sources_of(archive.index) == sources_of(archive.folder / "expected"));
        }
    }
}

/// How the run that stops differs from the one that goes on.
enum class Difference { none, stopped_keeps_vanished, next_keeps_vanished, withdrawals, roots };

// What has changed meanwhile, in the archive or of the options, is as if it had been so before.
void stop_and_differ(unsigned seed) {
    Archive archive(seed);
    archive.go_ahead();
    test::copy_index(archive.index, archive.folder / "before");
    int stops = 0;
    for (int record = 1; record <= 20; ++record) {
        INFO("seed " << seed << ", stopped behind record " << record);
        const auto difference = static_cast<Difference>(record % 5);
        IndexOptions stopped = archive.options;
        IndexOptions next = archive.options;
        stopped.keeps_vanished = difference == Difference::stopped_keeps_vanished;
        next.keeps_vanished = difference == Difference::next_keeps_vanished;
        if (difference == Difference::withdrawals)
            for (int id = 0; id < 8; ++id) stopped.withdrawals.push_back({std::to_string(id), ""});
        const bool has_wire = difference == Difference::roots;
        if (has_wire) next.paths.push_back(archive.wire.string());

        test::copy_index(archive.folder / "before", archive.index);
        // What is published is known to the next run, and not to one that was never stopped.
        if (run_until(stopped, record)) break;
        ++stops;
        if (difference == Difference::none || record > 12) archive.change(archive.news);
        if (has_wire) fs::rename(archive.folder / "away", archive.wire);
        run_until(next, 1 + record % 5);
        run_to_end(next);

        IndexOptions unbroken = next;
        unbroken.index = archive.folder / "expected";
        test::copy_index(archive.folder / "before", unbroken.index);
        run_to_end(unbroken);
        test::require_same_articles(archive.index, unbroken.index);
        REQUIRE(sources_of(archive.index) == sources_of(unbroken.index));
        if (has_wire) fs::rename(archive.wire, archive.folder / "away");
    }
    REQUIRE(stops >= 4);  // one of each difference, at the least
}

unsigned seeds() { return static_cast<unsigned>(std::max(1, test::crash_rounds(20) / 20)); }

void stop_everywhere(Run kind) {
    for (unsigned seed = 1; seed <= seeds(); ++seed) stop_everywhere(kind, seed);
}

}  // namespace

TEST_CASE("behind whichever record a run stops, the next one ends as if nothing had happened",
          "[crash]") {
    stop_everywhere(Run::update);
}

TEST_CASE("a stopped run that keeps what has vanished ends as if nothing had happened", "[crash]") {
    stop_everywhere(Run::keeps_vanished);
}

TEST_CASE("a stopped rebuild ends as if nothing had happened", "[crash]") {
    stop_everywhere(Run::rebuild);
}

TEST_CASE("what has changed when a run goes on, files or options, is as if it had been so before",
          "[crash]") {
    for (unsigned seed = 1; seed <= seeds(); ++seed) stop_and_differ(seed);
}

TEST_CASE("texts that a run has finished with are not written again by the next") {
    Archive archive(1);
    std::string lines;
    for (int i = 0; i < 20; ++i)
        lines += R"({"id":")" + std::to_string(i) + R"(","headline":"One","body":"Word)" +
                 std::to_string(i) + "\"}\n{broken\n";
    archive.folder.write("news/a.jsonl", lines);
    fs::create_directories(archive.index);
    REQUIRE_FALSE(run_until(archive.options, 9));
    run_to_end(archive.options);
    IndexOptions unbroken = archive.options;
    unbroken.index = archive.folder / "expected";
    run_to_end(unbroken);
    // Each batch, here a record's, takes a number.
    const std::uint64_t taken = require_manifest(archive.index).next_segment;
    const std::uint64_t taken_at_once = require_manifest(unbroken.index).next_segment;
    CHECK(taken_at_once > 20);
    CHECK(taken <= taken_at_once + 1);
}

TEST_CASE("work that is damaged costs one run, and no more") {
    Archive archive(1);
    archive.change(archive.news);
    fs::create_directories(archive.index);
    REQUIRE_FALSE(run_until(archive.options, 9));
    for (const auto& entry : fs::recursive_directory_iterator(archive.index))
        if (entry.path().filename() == "text") {
            std::string bytes = test::read_bytes(entry.path());
            for (char& byte : bytes) byte = static_cast<char>(~byte);
            std::ofstream(entry.path(), std::ios::binary) << bytes;
        }
    try {
        run_to_end(archive.options);
        FAIL("the damage was not seen");
    } catch (const Error& error) {
        CHECK(error.kind() == ErrorKind::index);
        CHECK(error.hint() ==
              "what the run that was stopped had finished is given up: run index again");
    }
    CHECK(run_to_end(archive.options).published);
    IndexOptions unbroken = archive.options;
    unbroken.index = archive.folder / "expected";
    run_to_end(unbroken);
    test::require_same_articles(archive.index, unbroken.index);
}
