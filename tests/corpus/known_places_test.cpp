#include "corpus/known_places.hpp"

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("cities and regions are found by their folded names") {
    for (const char* city : {"washington", "new york", "sao paulo", "st louis", "zurich"})
        CHECK(is_known_city(city));
    for (const char* region : {"switzerland", "fla", "tx", "ontario", "united kingdom"})
        CHECK(is_known_region(region));
}

TEST_CASE("names that are words of their own do not stand for cities") {
    for (const char* word : {"", "nice", "split", "nancy", "Washington", "nato"})
        CHECK_FALSE(is_known_city(word));
    CHECK_FALSE(is_known_region("london"));
}
