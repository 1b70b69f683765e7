#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <random>
#include <thread>

#include "tests/catch.hpp"
#include "tests/caught_error.hpp"
#include "tests/indexer/index_contents.hpp"
#include "tests/indexer/run_index.hpp"
#include "tests/indexer/some_articles.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;

namespace {

using Clock = std::chrono::steady_clock;

struct Archive {
    test::TemporaryFolder folder;
    std::filesystem::path index = folder / "index";
    std::string news = (folder / "news").string();
    std::mt19937 random{1};

    void write_version(int version) {
        for (int i = 0; i < 60; ++i)
            folder.write("news/" + std::to_string(i) + ".txt",
                         "Version " + std::to_string(version) + " of " + std::to_string(i) +
                             "\n\n5 January 2020\n\n" + test::some_words(random, 300) + '\n');
    }

    // Ends it with a signal after `pause`; returns whether it was still at work.
    bool run_and_stop(std::chrono::microseconds pause, int signal) const {
        // Between fork and signal the child still has the test program's own handlers.
        sigset_t interrupt;
        ::sigemptyset(&interrupt);
        ::sigaddset(&interrupt, SIGINT);
        ::sigprocmask(SIG_BLOCK, &interrupt, nullptr);
        const pid_t child = ::fork();
        if (child == 0) {
            ::signal(SIGINT, SIG_DFL);
            ::sigprocmask(SIG_UNBLOCK, &interrupt, nullptr);
            try {
                test::run_index(index, {news});
                ::_exit(0);
            } catch (const Error& error) {
                ::_exit(error.kind() == ErrorKind::interrupted ? 130 : 1);
            }
        }
        ::sigprocmask(SIG_UNBLOCK, &interrupt, nullptr);
        std::this_thread::sleep_for(pause);
        ::kill(child, signal);
        int status = 0;
        ::waitpid(child, &status, 0);
        if (WIFSIGNALED(status)) CHECK(WTERMSIG(status) == signal);
        if (WIFEXITED(status)) CHECK((WEXITSTATUS(status) == 0 || WEXITSTATUS(status) == 130));
        return !WIFEXITED(status) || WEXITSTATUS(status) == 130;
    }
};

void stop_at_random_moments(int signal) {
    Archive archive;
    archive.write_version(0);
    const auto begin = Clock::now();
    test::run_index(archive.index, {archive.news});
    const auto whole = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begin);
    int stopped = 0;
    for (int round = 1; round <= 20; ++round) {
        const auto before = test::index_contents(archive.index);
        archive.write_version(round);
        const auto pause = whole * static_cast<int>(archive.random() % 1000) / 1000;
        stopped += archive.run_and_stop(pause, signal) ? 1 : 0;
        const auto after = test::index_contents(archive.index);
        const std::string headline = after.begin()->second.headline;
        const bool is_new = headline.starts_with("Version " + std::to_string(round) + " ");
        if (!is_new) REQUIRE(after == before);
        for (const auto& [id, article] : after)
            REQUIRE(article.headline.substr(0, 10) == headline.substr(0, 10));
    }
    CHECK(stopped > 0);
    test::run_index(archive.index, {archive.news});
    const test::TemporaryFolder fresh;
    test::run_index(fresh / "index", {archive.news});
    CHECK(test::index_contents(archive.index) == test::index_contents(fresh / "index"));
}

}  // namespace

TEST_CASE("a writer killed at any moment leaves the last index in force") {
    stop_at_random_moments(SIGKILL);
}

TEST_CASE("an interrupted writer leaves the last index in force") {
    stop_at_random_moments(SIGINT);
}
