#include "bench/process_cost.hpp"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <stdexcept>
#include <thread>
#include <vector>

#include "corpus/mapped_file.hpp"
#include "tests/catch.hpp"
#include "tests/temporary_folder.hpp"

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

TEST_CASE("its peak is what it had in memory, and what of that was its own") {
    constexpr std::size_t bytes = std::size_t{200} << 20;
    const ProcessCost cost = cost_of([] {
        const std::vector<char> block(bytes, 'x');
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        return static_cast<int>(block[bytes / 2]);
    });
    CHECK(cost.exit_code == 'x');
    CHECK(cost.peak_bytes >= bytes);
    CHECK(cost.peak_bytes < bytes * 3);
    CHECK(cost.private_peak_bytes >= bytes);
    CHECK(cost.private_peak_bytes <= cost.peak_bytes);
}

TEST_CASE("pages of a mapped file are not its own") {
    const test::TemporaryFolder folder;
    constexpr std::size_t bytes = std::size_t{64} << 20;
    const std::filesystem::path path = folder.write("mapped", std::string(bytes, 'x'));
    const ProcessCost alone =
        cost_of([] { return std::this_thread::sleep_for(std::chrono::milliseconds(200)), 0; });
    const ProcessCost cost = cost_of([&] {
        const MappedFile file(path);
        const auto count = std::ranges::count(file.bytes(), 'x');
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        return static_cast<std::size_t>(count) == bytes ? 0 : 1;
    });
    CHECK(cost.exit_code == 0);
    CHECK(cost.peak_bytes >= alone.peak_bytes + bytes / 2);
    CHECK(cost.private_peak_bytes < alone.private_peak_bytes + bytes / 2);
}

TEST_CASE("how a process ended is told") {
    CHECK(cost_of([]() -> int { throw std::runtime_error("on purpose"); }).exit_code == 1);
    CHECK(cost_of([] { return raise(SIGKILL); }).exit_code == 128 + SIGKILL);
    CHECK(cost_of_program({"/bin/sh", "-c", "exit 3"}).exit_code == 3);
    CHECK(cost_of_program({"/no/such/program"}).exit_code == 1);
}
