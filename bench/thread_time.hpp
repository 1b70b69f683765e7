#pragma once

#include <algorithm>
#include <cstddef>
#include <ctime>
#include <vector>

namespace dateline {

/// Milliseconds of processor time of this thread: other work on the machine takes none of it.
inline double thread_milliseconds() {
    std::timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return 1e3 * static_cast<double>(now.tv_sec) + 1e-6 * static_cast<double>(now.tv_nsec);
}

/// Milliseconds that `run` takes, the least of some rounds.
template <class Run>
double least_time(int rounds, const Run& run) {
    double least = 1e9;
    for (int round = 0; round < rounds; ++round) {
        const double start = thread_milliseconds();
        run();
        least = std::min(least, thread_milliseconds() - start);
    }
    return least;
}

/// The time below which that share of the times lies, 0 to 1. `times` is not empty.
inline double quantile(std::vector<double> times, double share) {
    std::ranges::sort(times);
    const auto place = static_cast<std::size_t>(share * static_cast<double>(times.size()));
    return times[std::min(times.size() - 1, place)];
}

}  // namespace dateline
