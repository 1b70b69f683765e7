#include "indexer/merge_policy.hpp"

#include <algorithm>
#include <random>

#include "tests/catch.hpp"

using namespace dateline;

namespace {

constexpr std::size_t most = 8;
constexpr std::uint64_t mib = 1U << 20;

/// Segments of living text only; merged as the policy says.
struct Store {
    std::size_t allowed = most;
    std::vector<MergeCandidate> segments{};
    double bytes_written = 0;

    explicit Store(std::size_t allowed_segments = most) : allowed(allowed_segments) {}
    void run(std::uint64_t text_bytes, int parts = 1) {
        for (MergeCandidate& segment : segments) segment.is_of_this_run = false;
        for (int i = 0; i < parts; ++i)
            segments.push_back({text_bytes / static_cast<unsigned>(parts), 0, true});
        merge();
    }
    void merge() {
        const std::vector<std::size_t> chosen = segments_to_merge(segments, allowed);
        if (chosen.empty()) return;
        MergeCandidate merged;
        merged.is_of_this_run = true;
        for (const std::size_t i : chosen) merged.text_bytes += segments[i].text_bytes;
        for (auto i = chosen.rbegin(); i != chosen.rend(); ++i)
            segments.erase(segments.begin() + static_cast<std::ptrdiff_t>(*i));
        segments.push_back(merged);
        bytes_written += static_cast<double>(merged.text_bytes);
    }
};

/// The least m with C(m + most, most) >= runs.
unsigned promise(unsigned runs, std::size_t allowed) {
    unsigned m = 0;
    for (double ways = 1; ways < runs;) {
        ++m;
        ways *= static_cast<double>(m + allowed) / m;
    }
    return m;
}

std::vector<MergeCandidate> random_segments(std::mt19937& random) {
    std::vector<MergeCandidate> segments(random() % 20);
    for (MergeCandidate& segment : segments) {
        segment.text_bytes = (std::uint64_t{1} << (random() % 36)) + random() % 1000;
        segment.is_of_this_run = random() % 5 == 0;
        if (random() % 3 == 0) segment.dead_share = static_cast<double>(random() % 101) / 100;
    }
    return segments;
}

}  // namespace

TEST_CASE("whatever the segments, what is due is merged and no more than allowed are left") {
    std::mt19937 random(1);
    for (int round = 0; round < 20'000; ++round) {
        const std::vector<MergeCandidate> segments = random_segments(random);
        const std::size_t allowed = 1 + random() % 10;
        const auto chosen = segments_to_merge(segments, allowed);
        REQUIRE(std::ranges::is_sorted(chosen, std::ranges::less_equal()));
        REQUIRE((chosen.empty() || chosen.back() < segments.size()));
        const std::size_t left = segments.size() - chosen.size() + (chosen.empty() ? 0 : 1);
        REQUIRE(left <= allowed + (segments.empty() ? 1 : 0));
        const auto of_this_run = std::ranges::count_if(segments, &MergeCandidate::is_of_this_run);
        for (std::size_t i = 0; i < segments.size(); ++i) {
            const bool is_chosen = std::ranges::binary_search(chosen, i);
            if (segments[i].dead_share > 0.2) REQUIRE(is_chosen);
            if (segments[i].is_of_this_run && of_this_run > 1) REQUIRE(is_chosen);
        }
    }
}

TEST_CASE("where nothing is due, nothing is merged") {
    CHECK(segments_to_merge({}, most).empty());
    CHECK(segments_to_merge({{5 * mib, 0, true}}, most).empty());
    CHECK(segments_to_merge({{5 * mib, 0.2, false}, {6 * mib, 0, false}, {7 * mib, 0, true}}, most)
              .empty());
}

TEST_CASE("a segment that lost more than a fifth is rewritten, by itself if need be") {
    CHECK(segments_to_merge({{500 * mib, 0.21, false}, {6 * mib, 0, false}}, most) ==
          std::vector<std::size_t>{0});
}

TEST_CASE("as long as there are not too many, segments of one size are left alone") {
    CHECK(segments_to_merge(std::vector<MergeCandidate>(most, {mib, 0, false}), most).empty());
}

TEST_CASE("too many segments: so many of the smallest give way as is worth their bytes") {
    std::vector<MergeCandidate> segments;
    for (int i = 0; i < 9; ++i) segments.push_back({mib << (2 * i), 0, false});
    std::ranges::reverse(segments);
    // 1 + 4 MiB for one segment fewer, 1 + 4 + 16 for two, 1 + 4 + 16 + 64 for three.
    CHECK(segments_to_merge(segments, most) == std::vector<std::size_t>{6, 7, 8});
}

TEST_CASE("however many nights, a byte is rewritten no more often than the header promises") {
    const std::size_t allowed = GENERATE(8U, 10U);
    Store store(allowed);
    for (unsigned night = 1; night <= 10'000; ++night) {
        store.run(mib);
        REQUIRE(store.segments.size() <= allowed);
        INFO(night << " nights, " << allowed << " segments");
        REQUIRE(store.bytes_written <= static_cast<double>(night * mib) * promise(night, allowed));
    }
}

TEST_CASE("in a thousand nights a byte is rewritten four times") {
    Store store;
    for (int night = 0; night < 1000; ++night) store.run(6 * mib);
    CHECK(store.bytes_written <= 4.05 * 6000 * mib);
}

TEST_CASE("neither a large first run nor nights in parts make merging much dearer") {
    const std::uint64_t night = GENERATE(6 * mib, 70 * mib);
    const std::uint64_t before = GENERATE(0U, 100U, 1000U);  // nights that the first run brought
    Store store;
    if (before > 0) store.run(before * night);
    for (int i = 0; i < 1000; ++i) {
        store.run(night, 1 + i % 3);
        REQUIRE(store.segments.size() <= most);
    }
    CHECK(store.bytes_written <= 6 * static_cast<double>((1000 + before) * night));
}

TEST_CASE("nights that bring a tenth or ten times as much make merging no dearer") {
    std::mt19937 random(1);
    Store store;
    std::uint64_t total = 0;
    for (int i = 0; i < 1000; ++i) {
        const std::uint64_t night = (mib / 10) << (random() % 8);
        store.run(night);
        total += night;
    }
    CHECK(store.bytes_written <= 5 * static_cast<double>(total));
}

TEST_CASE("runs that bring next to nothing rewrite little, though often") {
    Store store;
    store.run(700 * mib);
    for (int i = 0; i < 1000; ++i) {
        const double before = store.bytes_written;
        store.run(mib / 100);
        REQUIRE(store.bytes_written - before < 16.0 * mib);
    }
    CHECK(store.bytes_written / 1000 < 0.1 * mib);
}
