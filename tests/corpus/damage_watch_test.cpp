#include "corpus/damage_watch.hpp"

#include <atomic>
#include <chrono>
#include <fstream>

#include "tests/catch.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;
using namespace std::chrono_literals;

namespace {

SampleIndex sample() { return SampleIndex({article("a", "Talks", "Talks about bases.")}); }

void damage(const std::filesystem::path& file) {
    std::string bytes = read_bytes(file);
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    std::ofstream(file, std::ios::binary) << bytes;
}

// Uses the processor for so long, or until the watch has told damage.
bool works_until_told(const std::vector<std::filesystem::path>& indexes,
                      std::chrono::milliseconds patience, std::chrono::milliseconds work) {
    std::atomic<bool> is_told = false;
    const DamageWatch watch(indexes, patience, [&](const Error& error) {
        CHECK(error.kind() == ErrorKind::index);
        is_told = true;
    });
    const auto end = std::chrono::steady_clock::now() + work;
    while (!is_told && std::chrono::steady_clock::now() < end) continue;
    return is_told;
}

}  // namespace

TEST_CASE("who works for long is told of damaged tables") {
    const SampleIndex whole = sample();
    const SampleIndex damaged = sample();
    for (const char* table : {"postlist.glass", "docdata.glass"}) {
        damage(damaged.folder() / "segment-1" / table);
        CHECK(works_until_told({whole.folder(), damaged.folder()}, 10ms, 60s));
    }
}

TEST_CASE("whole tables, no index and short work are no matter of a watch") {
    const SampleIndex whole = sample();
    const SampleIndex damaged = sample();
    damage(damaged.folder() / "segment-1/postlist.glass");
    CHECK_FALSE(works_until_told({whole.folder()}, 1ms, 200ms));
    CHECK_FALSE(works_until_told({whole.folder() / "nothing"}, 1ms, 200ms));
    CHECK_FALSE(works_until_told({damaged.folder()}, 60s, 10ms));
}
