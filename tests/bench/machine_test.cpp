#include "bench/machine.hpp"

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("the machine's line names cores, compiler and build") {
    const std::string line = machine_line("Release");
    for (const char* part : {" cores, ", " GB; g++ ", ", Release build"}) {
        INFO(part);
        CHECK(line.find(part) != std::string::npos);
    }
    CHECK(line.find('\n') == std::string::npos);
}
