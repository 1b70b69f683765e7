#include "searcher/near_runs.hpp"

#include <algorithm>

#include "tests/catch.hpp"

using namespace dateline;

namespace {

constexpr std::uint8_t left = 1;
constexpr std::uint8_t right = 2;
constexpr std::uint8_t both = 3;

/// `passable`: the passages that are.
std::vector<std::pair<std::uint32_t, std::uint32_t>> runs(std::vector<std::uint8_t> masks,
                                                          std::vector<std::uint32_t> passable) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> found;
    for (const PassageRun& run : near_runs(masks, [&](std::uint32_t passage) {
             return std::ranges::find(passable, passage) != passable.end();
         }))
        found.emplace_back(run.first, run.end);
    return found;
}

using Runs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

}  // namespace

TEST_CASE("words are near each other in one passage or in two side by side") {
    CHECK(runs({0, both, 0}, {}) == Runs{{1, 2}});
    CHECK(runs({left, right, 0}, {}) == Runs{{0, 2}});
    CHECK(runs({right, 0, 0, left, left, right}, {}) == Runs{{4, 6}});
    CHECK(runs({left, 0, left, 0, left}, {}).empty());
    CHECK(runs({left, 0, right}, {}).empty());
    CHECK(runs({both, 0, 0, both}, {}) == Runs{{0, 1}, {3, 4}});
    CHECK(runs({}, {}).empty());
}

TEST_CASE("words are near each other across passages that are passable") {
    CHECK(runs({left, 0, right}, {1}) == Runs{{0, 3}});
    CHECK(runs({left, 0, 0, right}, {1}).empty());
    CHECK(runs({left, 0, 0, right, 0, left}, {1, 2, 4}) == Runs{{0, 6}});
    // The word of a passable passage may not be what its term proposes.
    CHECK(runs({left, left, right}, {1}) == Runs{{0, 3}});
    CHECK(runs({left, left, right}, {}) == Runs{{1, 3}});
}
