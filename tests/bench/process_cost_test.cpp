#include "bench/process_cost.hpp"

#include <csignal>
#include <stdexcept>
#include <thread>
#include <vector>

#include "tests/catch.hpp"

using namespace dateline;

namespace {

// Keeps a core busy for a while.
double work(std::uint64_t rounds) {
    double sum = 0;
    for (std::uint64_t i = 1; i < rounds; ++i) sum += 1 / static_cast<double>(i);
    return sum;
}

}  // namespace

TEST_CASE("a process's cost counts the processor time of all its threads") {
    const ProcessCost cost = cost_of([] {
        std::jthread other([] { work(100'000'000); });
        return work(100'000'000) > 1 ? 7 : 0;
    });
    CHECK(cost.exit_code == 7);
    CHECK(cost.cpu_seconds > 0.02);
    CHECK(cost.wall_seconds * 2.5 > cost.cpu_seconds);
}

TEST_CASE("its peak is what it had in memory") {
    constexpr std::size_t bytes = std::size_t{200} << 20;
    const ProcessCost cost = cost_of([] {
        const std::vector<char> block(bytes, 'x');
        return static_cast<int>(block[bytes / 2]);
    });
    CHECK(cost.exit_code == 'x');
    CHECK(cost.peak_bytes >= bytes);
    CHECK(cost.peak_bytes < bytes * 3);
}

TEST_CASE("how a process ended is told") {
    CHECK(cost_of([]() -> int { throw std::runtime_error("on purpose"); }).exit_code == 1);
    CHECK(cost_of([] { return raise(SIGKILL); }).exit_code == 128 + SIGKILL);
    CHECK(cost_of_program({"/bin/sh", "-c", "exit 3"}).exit_code == 3);
    CHECK(cost_of_program({"/no/such/program"}).exit_code == 1);
}
