#include "corpus/byte_size.hpp"

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("sizes count in powers of 1024") {
    CHECK(read_byte_size("0") == 0);
    CHECK(read_byte_size("1234567") == 1'234'567);
    CHECK(read_byte_size("3K") == 3072);
    CHECK(read_byte_size("50M") == 52'428'800);
    CHECK(read_byte_size("2g") == 2'147'483'648);
    CHECK(read_byte_size("18446744073709551615") == UINT64_MAX);
    CHECK(read_byte_size("17179869183G") == UINT64_MAX >> 30 << 30);
}

TEST_CASE("what is not a size is none") {
    for (const char* text : {"", "K", "1.5M", "-1", "+1", " 1", "1 M", "1MB", "1T", "0x10", "M1",
                             "18446744073709551616", "17179869184G"}) {
        INFO(text);
        CHECK_FALSE(read_byte_size(text));
    }
}
