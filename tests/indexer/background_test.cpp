#include "indexer/background.hpp"

#include <sched.h>
#include <sys/resource.h>

#include <thread>

#include "tests/catch.hpp"
#include "tests/indexer/process_apart.hpp"

using namespace dateline;

namespace {

int niceness() { return ::getpriority(PRIO_PROCESS, 0); }

}  // namespace

TEST_CASE("work in the background gives way, and so do the threads that it makes") {
    if (niceness() > 10) return;
    const int code = test::run_apart([] {
        const bool had_none = niceness() == 0;
        work_in_background();
        int of_thread = 0;
        std::thread([&] { of_thread = niceness(); }).join();
        const bool is_batch = !had_none || ::sched_getscheduler(0) == SCHED_BATCH;
        ::_exit(of_thread == niceness() && (!had_none || niceness() == 10) && is_batch ? 0 : 1);
    });
    CHECK(code == 0);
}

TEST_CASE("a niceness that was given is kept") {
    const int code = test::run_apart([] {
        ::setpriority(PRIO_PROCESS, 0, 15);
        work_in_background();
        ::_exit(niceness() == 15 ? 0 : 1);
    });
    CHECK(code == 0);
}
