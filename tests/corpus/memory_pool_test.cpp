#include "corpus/memory_pool.hpp"

#include <cstdint>
#include <cstring>

#include "tests/catch.hpp"

using dateline::MemoryPool;

TEST_CASE("blocks are aligned and do not overlap") {
    MemoryPool pool(8UL << 20);
    char* last = nullptr;
    for (std::size_t size : {1UL, 3UL, 17UL, 100'000UL, 0UL, 2'000'000UL, 5UL}) {
        auto* const block = static_cast<char*>(pool.allocate(size));
        REQUIRE(block != nullptr);
        CHECK(reinterpret_cast<std::uintptr_t>(block) % alignof(std::max_align_t) == 0);
        CHECK(block != last);
        std::memset(block, 'x', size);
        last = block;
    }
}

TEST_CASE("the last block can be used again") {
    MemoryPool pool(1UL << 20);
    void* const first = pool.allocate(100);
    void* const second = pool.allocate(100);
    pool.release(first);
    pool.release(second);
    CHECK(pool.allocate(100) == second);
    pool.release(nullptr);
}

TEST_CASE("no more than the limit is given out") {
    MemoryPool pool(1UL << 20);
    CHECK(pool.allocate(2UL << 20) == nullptr);
    std::size_t given = 0;
    while (pool.allocate(1000) != nullptr) given += 1000;
    CHECK(given > 500'000);
    CHECK(given <= 1UL << 20);
    CHECK(pool.allocate(SIZE_MAX) == nullptr);
}
