#include <chrono>
#include <functional>
#include <map>
#include <random>

#include "indexer/index_check.hpp"
#include "indexer/rollback.hpp"
#include "tests/catch.hpp"
#include "tests/indexer/index_contents.hpp"
#include "tests/indexer/process_apart.hpp"
#include "tests/indexer/run_index.hpp"
#include "tests/indexer/some_articles.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;
using Contents = std::map<std::string, Article>;

/// An archive that changes, its index, and a copy of the index in which nothing is ever killed.
struct Archive {
    test::TemporaryFolder folder;
    fs::path index = folder / "index";
    fs::path calm = folder / "calm";
    std::string news = (folder / "news").string();
    std::mt19937 random{1};
    int version = 0;

    void change(int files) {
        ++version;
        for (int i = 0; i < files; ++i)
            folder.write("news/" + std::to_string(random() % 60) + ".txt",
                         "Version " + std::to_string(version) + " of " + std::to_string(i) +
                             "\n\n5 January 2020\n\n" + test::some_words(random, 200) + '\n');
    }
    void run() const { CHECK(test::run_index(index, {news}).ledger.adds_up()); }
    Contents contents() const { return contents_of(index); }
    static Contents contents_of(const fs::path& index) {
        return fs::exists(index / "CURRENT") ? test::index_contents(index) : Contents{};
    }
    void copy_index() const {
        fs::remove_all(calm);
        if (fs::exists(index)) fs::copy(index, calm, fs::copy_options::recursive);
    }
};

/// Something that publishes: how the index is made ready for it, and what is done to an index.
struct Operation {
    std::string name;
    std::function<void(Archive&)> prepare;
    std::function<void(const Archive&, const fs::path&)> work;
};

void update(const Archive& archive, const fs::path& index) {
    test::run_index(index, {archive.news});
}

void merge(const Archive&, const fs::path& index) {
    IndexOptions options = test::index_options(index, {});
    options.segments.merge_all = true;
    test::run_index(options);
}

const std::vector<Operation>& operations() {
    static const std::vector<Operation> all{
        {"index",
         [](Archive& archive) {
             archive.change(60);
             fs::remove_all(archive.index);
         },
         update},
        {"reindex", [](Archive& archive) { archive.change(25); }, update},
        {"merge",
         [](Archive& archive) {
             archive.change(5);
             archive.run();
         },
         merge},
        {"rollback",
         [](Archive& archive) {
             archive.change(5);
             archive.run();
         },
         [](const Archive&, const fs::path& index) { roll_back(index, 1); }}};
    return all;
}

void require_whole(const fs::path& index) {
    if (!fs::exists(index / "CURRENT")) return;
    for (const CheckedPart& part : check_index(index, [](const ProgressState&) {})) {
        INFO(part.part << ": " << part.problem);
        REQUIRE(part.is_ok());
    }
}

// Returns whether the process was ended before it had done its work.
bool stop_once(Archive& archive, const Operation& operation, int signal) {
    operation.prepare(archive);
    archive.copy_index();
    const Contents before = archive.contents();
    const auto begin = Clock::now();
    operation.work(archive, archive.calm);
    const auto whole = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begin);
    const Contents wanted = Archive::contents_of(archive.calm);

    const auto pause = whole * static_cast<int>(archive.random() % 1000) / 900;
    const int code =
        test::run_apart([&] { operation.work(archive, archive.index); }, signal, pause);
    INFO(operation.name << " ended after " << pause.count() << " us of " << whole.count());
    REQUIRE((code == 0 || code == 128 + signal || (signal == SIGINT && code == 130)));
    const Contents after = archive.contents();
    REQUIRE((after == wanted || (code != 0 && after == before)));
    require_whole(archive.index);

    archive.run();
    fs::remove_all(archive.calm);
    update(archive, archive.calm);
    REQUIRE(archive.contents() == Archive::contents_of(archive.calm));
    require_whole(archive.index);
    return code != 0;
}

void stop_at_random_moments(int signal, int rounds) {
    Archive archive;
    archive.change(60);
    archive.run();
    int stopped = 0;
    for (int round = 0; round < rounds; ++round) {
        const std::size_t number = static_cast<std::size_t>(round) % operations().size();
        stopped += stop_once(archive, operations()[number], signal) ? 1 : 0;
    }
    INFO(stopped << " of " << rounds << " were ended before they were done");
    CHECK(stopped * 4 > rounds);
}

}  // namespace

TEST_CASE("a writer killed at any moment leaves the last index in force, or the next", "[crash]") {
    stop_at_random_moments(SIGKILL, test::crash_rounds(40));
}

TEST_CASE("an interrupted writer leaves the last index in force, or the next", "[crash]") {
    stop_at_random_moments(SIGINT, test::crash_rounds(20));
}
