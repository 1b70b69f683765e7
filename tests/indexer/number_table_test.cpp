#include "indexer/number_table.hpp"

#include <algorithm>
#include <random>
#include <vector>

#include "tests/catch.hpp"

using namespace dateline;

namespace {

// Numbers are found by what stands at them in `keys`.
std::uint32_t find(const NumberTable& table, const std::vector<std::uint64_t>& keys,
                   std::uint64_t key, std::uint64_t hash) {
    return table.find(hash, [&](std::uint32_t number) { return keys[number] == key; });
}

}  // namespace

TEST_CASE("an empty number table finds nothing") {
    CHECK(NumberTable().find(0, [](std::uint32_t) { return true; }) == NumberTable::none);
}

TEST_CASE("a number table finds what was added, and nothing else") {
    const std::uint64_t hashes = GENERATE(1U, 7U, 1000U, ~std::uint64_t{0});
    std::mt19937_64 random(hashes);
    const auto hash_of = [&](std::uint64_t key) { return key * 0x9E3779B97F4A7C15 % hashes; };
    NumberTable table;
    if (hashes % 2 == 0) table.reserve(300);
    std::vector<std::uint64_t> keys;
    for (int i = 0; i < 1500; ++i) {
        const std::uint64_t key = random();
        REQUIRE(find(table, keys, key, hash_of(key)) == NumberTable::none);
        keys.push_back(key);
        table.add(hash_of(key), static_cast<std::uint32_t>(keys.size() - 1));
    }
    for (std::uint32_t number = 0; number < keys.size(); ++number)
        REQUIRE(find(table, keys, keys[number], hash_of(keys[number])) == number);
}
