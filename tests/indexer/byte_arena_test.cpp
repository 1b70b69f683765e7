#include "indexer/byte_arena.hpp"

#include <random>
#include <string>

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("what an arena keeps stays, whatever comes after") {
    std::mt19937 random(1);
    ByteArena arena;
    std::vector<std::string> given;
    std::vector<std::string_view> kept;
    for (int i = 0; i < 2000; ++i) {
        given.emplace_back(random() % 3 == 0 ? random() % 20'000 : random() % 20, 'a');
        for (char& c : given.back()) c = static_cast<char>(random());
        kept.push_back(arena.keep(given.back()));
    }
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < given.size(); ++i) {
        REQUIRE(kept[i] == given[i]);
        bytes += given[i].size();
    }
    CHECK(arena.size() >= bytes);
}

TEST_CASE("numbers in an arena are aligned, wherever they come to lie") {
    std::mt19937 random(2);
    ByteArena arena;
    std::vector<std::vector<std::uint64_t>> given;
    std::vector<std::span<const std::uint64_t>> kept;
    for (int i = 0; i < 5000; ++i) {
        arena.keep(std::string(i % 100 == 0 ? (1U << 20) + 1 : random() % 500, 'x'));
        given.emplace_back(random() % 100, random());
        kept.push_back(arena.keep(std::span<const std::uint64_t>(given.back())));
    }
    for (std::size_t i = 0; i < given.size(); ++i) {
        if (given[i].empty()) continue;
        REQUIRE(reinterpret_cast<std::uintptr_t>(kept[i].data()) % alignof(std::uint64_t) == 0);
        REQUIRE(std::ranges::equal(kept[i], given[i]));
    }
}
