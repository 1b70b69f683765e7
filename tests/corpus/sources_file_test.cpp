#include "corpus/sources_file.hpp"

#include <random>

#include "tests/catch.hpp"
#include "tests/caught_error.hpp"
#include "tests/corpus/damage.hpp"

using namespace dateline;

namespace {

std::vector<SourceFileEntry> random_files(unsigned seed, std::size_t count) {
    std::mt19937_64 random(seed);
    std::vector<SourceFileEntry> files(count);
    for (SourceFileEntry& file : files) {
        file = {.root = static_cast<std::uint32_t>(random() % 3),
                .path = "2020/\xFF " + std::to_string(random()),
                .size = random(),
                .mtime_ns = static_cast<std::int64_t>(random()),
                .ctime_ns = static_cast<std::int64_t>(random()),
                .inode = random(),
                .records = {},
                .skipped = random() % 5,
                .rejected = random() % 5};
        for (std::uint64_t left = random() % 4; left > 0; --left) {
            const std::string base = std::to_string(random());
            file.records.push_back(
                {base, random() % 2 ? base : base + "~2", random(), random() % 2 == 1});
        }
    }
    return files;
}

}  // namespace

TEST_CASE("the sources file gives back what was written") {
    for (unsigned seed = 0; seed < 20; ++seed) {
        const auto files = random_files(seed, seed);
        REQUIRE(decode_sources(encode_sources(files), "sources-1") == files);
    }
}

TEST_CASE("no damage to a sources file goes unseen") {
    const auto read = [](std::string_view bytes) { decode_sources(bytes, "sources-1"); };
    CHECK(test::survive_damage(encode_sources(random_files(1, 4)), read) == 0);
    CHECK(test::says(test::caught_error([] { return decode_sources("short", "sources-1"); }),
                     "sources-1 is damaged"));
}
