#include "corpus/copies_file.hpp"

#include <algorithm>
#include <random>
#include <set>

#include "tests/catch.hpp"
#include "tests/caught_error.hpp"
#include "tests/corpus/damage.hpp"

using namespace dateline;

namespace {

Copies random_copies(unsigned seed, std::size_t count) {
    std::mt19937 random(seed);
    Copies copies;
    for (std::size_t i = 0; i < count; ++i) {
        std::set<SegmentArticle> members;
        const std::size_t size = 2 + random() % 4;
        while (members.size() < size)
            members.insert(
                {static_cast<std::uint32_t>(random() % 3), static_cast<std::uint32_t>(random())});
        copies.clusters.emplace_back(members.begin(), members.end());
        copies.aliases.push_back(
            {"id " + std::to_string(random()) + '\0' + std::to_string(i), "kept\xFF"});
    }
    std::ranges::sort(copies.clusters);
    std::ranges::sort(copies.aliases);
    return copies;
}

Error decoding_error(const Copies& copies) {
    return test::caught_error([&] { return decode_copies(encode_copies(copies), "copies-1"); });
}

}  // namespace

TEST_CASE("the copies file gives back what was written") {
    for (unsigned seed = 0; seed < 20; ++seed) {
        const Copies copies = random_copies(seed, seed);
        REQUIRE(decode_copies(encode_copies(copies), "copies-1") == copies);
        REQUIRE(copies.empty() == (seed == 0));
    }
}

TEST_CASE("no damage to a copies file goes unseen") {
    const auto read = [](std::string_view bytes) { decode_copies(bytes, "copies-1"); };
    CHECK(test::survive_damage(encode_copies(random_copies(1, 4)), read) == 0);
    const Error error = test::caught_error([] { return decode_copies("short", "copies-1"); });
    CHECK(error.kind() == ErrorKind::index);
    CHECK(test::says(error, "copies-1 is damaged"));
}

TEST_CASE("copies that are not in order are damage") {
    const std::vector<Copies> wrong{
        {.clusters = {{{0, 1}}}, .aliases = {}},
        {.clusters = {{{0, 2}, {0, 1}}}, .aliases = {}},
        {.clusters = {{{0, 1}, {0, 1}}}, .aliases = {}},
        {.clusters = {{{0, 3}, {0, 4}}, {{0, 1}, {0, 2}}}, .aliases = {}},
        {.clusters = {}, .aliases = {{"b", "a"}, {"a", "c"}}},
        {.clusters = {}, .aliases = {{"a", "b"}, {"a", "c"}}},
    };
    for (const Copies& copies : wrong)
        CHECK(test::says(decoding_error(copies), "copies-1 is damaged"));
}
