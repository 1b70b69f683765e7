#include "bench/in_order.hpp"

#include <atomic>
#include <chrono>
#include <stdexcept>

#include "tests/catch.hpp"

using namespace dateline;

namespace {

using Numbers = InOrder<std::size_t>;

std::vector<Numbers::Work> workers(std::size_t count, const Numbers::Work& work) {
    return std::vector<Numbers::Work>(count, work);
}

}  // namespace

TEST_CASE("results come in order whatever thread is first") {
    for (const std::size_t threads : {1, 2, 7}) {
        Numbers work(workers(threads,
                             [](std::size_t number) {
                                 std::this_thread::sleep_for(
                                     std::chrono::microseconds((number * 7919) % 50));
                                 return number * number;
                             }),
                     1000);
        for (std::size_t number = 0; number < 1000; ++number)
            REQUIRE(work.take() == number * number);
    }
}

TEST_CASE("what work throws is thrown where its result is taken") {
    Numbers work(workers(3,
                         [](std::size_t number) {
                             if (number == 5) throw std::runtime_error("five");
                             return number;
                         }),
                 10);
    for (std::size_t number = 0; number < 10; ++number)
        if (number == 5)
            CHECK_THROWS_WITH(work.take(), "five");
        else
            CHECK(work.take() == number);
}

TEST_CASE("threads do not run ahead without end, and stop when nobody takes any more") {
    std::atomic<std::size_t> begun = 0;
    {
        Numbers work(workers(2, [&](std::size_t number) { return ++begun, number; }), 1'000'000);
        CHECK(work.take() == 0);
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        CHECK(begun <= 17);
    }
    CHECK(begun <= 19);
}
