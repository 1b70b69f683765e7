#include "corpus/current_file.hpp"

#include "tests/catch.hpp"
#include "tests/corpus/damage.hpp"

using namespace dateline;

TEST_CASE("CURRENT gives back the name of the manifest in force") {
    for (const char* name : {"manifest-1", "manifest-907"})
        CHECK(decode_current(encode_current(name), "CURRENT") == name);
    CHECK(decode_current("manifest-12\n", "CURRENT") == "manifest-12");
}

TEST_CASE("no damage makes CURRENT name another manifest") {
    const std::size_t accepted =
        test::survive_damage(encode_current("manifest-7"),
                             [](std::string_view bytes) { decode_current(bytes, "CURRENT"); });
    CHECK(accepted == 0);
}
