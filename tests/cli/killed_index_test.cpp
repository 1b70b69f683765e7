#include <chrono>
#include <functional>
#include <iostream>
#include <set>

#include "tests/catch.hpp"
#include "tests/cli/changing_archive.hpp"

using namespace dateline::test;
namespace fs = std::filesystem;

namespace {

using Clock = std::chrono::steady_clock;

/// A command that publishes, and how the archive is made ready for it.
struct Deed {
    std::string name;
    std::function<void(ChangingArchive&)> prepare;
    std::vector<std::string> arguments;
};

// A state to go back to, or segments to merge.
void update(ChangingArchive& archive) {
    archive.change(5);
    ChangingArchive::require_run(archive.index(), {archive.news()});
}

std::vector<Deed> deeds(const std::string& news) {
    return {{"index",
             [](ChangingArchive& archive) {
                 archive.change(40);
                 fs::remove_all(archive.index());
             },
             {news}},
            {"reindex", [](ChangingArchive& archive) { archive.change(25); }, {}},
            {"merge", update, {"--merge"}},
            {"rollback", update, {"--rollback"}},
            {"rebuild", [](ChangingArchive& archive) { archive.change(10); }, {"--rebuild"}}};
}

std::vector<std::string> command(const std::string& index, const std::vector<std::string>& rest) {
    std::vector<std::string> words{"index", "--index", index};
    words.insert(words.end(), rest.begin(), rest.end());
    return words;
}

// Kills a deed at that part of the time that it takes on a copy of the index, where nothing stops
// it. Returns whether it had not ended before.
bool kill_once(ChangingArchive& archive, const Deed& deed, double part) {
    const std::string index = archive.index();
    const std::string calm = (archive.folder() / "calm").string();
    deed.prepare(archive);
    ChangingArchive::copy_index(index, calm);
    const std::string before = ChangingArchive::answers(index);
    const auto begin = Clock::now();
    REQUIRE(run_dateline(command(calm, deed.arguments)).exit_code == 0);
    const auto whole = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begin);
    const std::string published = ChangingArchive::answers(calm);

    const std::chrono::microseconds pause(
        static_cast<std::int64_t>(part * static_cast<double>(whole.count())));
    const int code =
        run_dateline(command(index, deed.arguments), {.killed_after = pause}).exit_code;
    INFO(deed.name << " killed after " << pause.count() << " us of " << whole.count());
    REQUIRE((code == 0 || code == 128 + 9));
    const std::string after = ChangingArchive::answers(index);
    REQUIRE((after == published || (code != 0 && after == before)));
    ChangingArchive::require_whole(index);

    ChangingArchive::require_run(index, {archive.news()});
    ChangingArchive::require_run(calm, {archive.news()});
    REQUIRE(ChangingArchive::answers(index) == ChangingArchive::answers(calm));
    ChangingArchive::require_whole(index);
    return code != 0;
}

}  // namespace

TEST_CASE("after kill -9 the index answers as before or as published, and the next run completes",
          "[crash]") {
    const int rounds = number_from_environment("DATELINE_CRASH_ROUNDS", 40);
    const auto seed = static_cast<unsigned>(number_from_environment(
        "DATELINE_CRASH_SEED", static_cast<int>(std::random_device{}() >> 1)));
    ChangingArchive archive(seed);
    archive.change(40);
    ChangingArchive::require_run(archive.index(), {archive.news()});
    const std::vector<Deed> all = deeds(archive.news());
    int killed = 0;
    for (int round = 0; round < rounds; ++round) {
        INFO("DATELINE_CRASH_SEED=" << seed << ", round " << round);
        // Every part of each deed's time in turn, at random within it.
        const int deed_rounds =
            (rounds + static_cast<int>(all.size()) - 1) / static_cast<int>(all.size());
        const double part = (round / static_cast<int>(all.size()) +
                             static_cast<double>(archive.random()() % 1000) / 1000) /
                            deed_rounds;
        killed +=
            kill_once(archive, all[static_cast<std::size_t>(round) % all.size()], part) ? 1 : 0;
    }
    std::cout << "seed " << seed << ": " << killed << " of " << rounds << " runs were killed\n";
    CHECK(killed * 2 > rounds);
}
