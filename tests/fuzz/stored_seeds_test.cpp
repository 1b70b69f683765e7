#include "tests/catch.hpp"
#include "tests/fuzz/checks.hpp"
#include "tests/fuzz/seeds.hpp"

using namespace dateline::test;

TEST_CASE("whatever the bytes of an index are, they are read or refused as damage") {
    const auto all =
        seeds_in(std::filesystem::path(DATELINE_SOURCE_DIR) / "tests/fuzz/stored-seeds");
    CHECK(all.size() > 20);
    check_around(all, 10'000, check_stored);
}
