#include "corpus/glass/packing.hpp"

#include <algorithm>
#include <cstring>
#include <random>
#include <vector>

#include "tests/catch.hpp"

using namespace dateline::glass;

namespace {

template <typename Append, typename... Values>
std::string packed(Append append, Values... values) {
    std::string out;
    append(out, values...);
    return out;
}

}  // namespace

TEST_CASE("numbers are packed as Xapian packs them") {
    CHECK(packed(append_varint, 0) == std::string(1, '\0'));
    CHECK(packed(append_varint, 128) == "\x80\x01");
    CHECK(packed(append_varint, 300) == "\xAC\x02");
    CHECK(packed(append_varint, 0xFFFFFFFFU) == "\xFF\xFF\xFF\xFF\x0F");
    CHECK(packed(append_sorted_uint, 1U) == std::string("\0\x01", 2));
    CHECK(packed(append_sorted_uint, 32767U) == "\x7F\xFF");
    CHECK(packed(append_sorted_uint, 32768U) == std::string("\x80\x80\0", 3));
    CHECK(packed(append_sorted_uint, (1U << 22) - 1) == "\xBF\xFF\xFF");
    CHECK(packed(append_sorted_uint, 1U << 22) == std::string("\xC0\x40\0\0", 4));
    CHECK(packed(append_sorted_uint, 1U << 29) == std::string("\xE0\x20\0\0\0", 5));
    CHECK(packed(append_sorted_uint, 0xFFFFFFFFU) == "\xE0\xFF\xFF\xFF\xFF");
}

TEST_CASE("sorted numbers are read back, and nothing else is") {
    std::mt19937 random(2);
    for (int i = 0; i < 20000; ++i) {
        const auto value = static_cast<std::uint32_t>(random()) >> (random() % 32);
        const std::string bytes = packed(append_sorted_uint, value);
        REQUIRE(sorted_uint(bytes) == value);
        REQUIRE_FALSE(sorted_uint(bytes + "x"));
        REQUIRE_FALSE(sorted_uint(bytes.substr(0, bytes.size() - 1)));
    }
    CHECK(sorted_uint("\xE0\xFF\xFF\xFF\xFF") == 0xFFFFFFFFU);
    CHECK_FALSE(sorted_uint("\xE1\xFF\xFF\xFF\xFF"));  // more than 32 bits
    CHECK_FALSE(sorted_uint(std::string(10, '\xFF')));
}

TEST_CASE("sorted numbers order as their bytes do") {
    std::mt19937 random(1);
    for (int i = 0; i < 20000; ++i) {
        const auto a = static_cast<std::uint32_t>(random()) >> (random() % 32);
        const auto b = static_cast<std::uint32_t>(random()) >> (random() % 32);
        const std::string x = packed(append_sorted_uint, a);
        const std::string y = packed(append_sorted_uint, b);
        const int order = std::memcmp(x.data(), y.data(), std::min(x.size(), y.size()));
        CHECK((a < b) == (order < 0));
        CHECK((a == b) == (x == y));
    }
}

TEST_CASE("strings in keys hide their zero bytes") {
    const std::string zero("a\0b", 3);
    CHECK(packed(append_sorted_string, zero, true) == std::string("a\0\xFF"
                                                                  "b",
                                                                  4));
    CHECK(packed(append_sorted_string, "ab", true) == "ab");
    CHECK(packed(append_sorted_string, "ab", false) == std::string("ab\0", 3));
    CHECK(packed(append_string, "ab") ==
          "\x02"
          "ab");
    CHECK(packed(append_bool, true) + packed(append_bool, false) == "10");
}

TEST_CASE("numbers of block headers read back") {
    char bytes[4];
    for (const std::uint32_t value : {0U, 1U, 0x80U, 0xFFFFU, 0x12345678U, 0xFFFFFFFFU}) {
        put_uint32(bytes, value);
        CHECK(get_uint32(bytes) == value);
        put_uint16(bytes, value & 0xFFFF);
        CHECK(get_uint16(bytes) == (value & 0xFFFF));
    }
}
