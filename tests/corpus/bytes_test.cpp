#include "corpus/bytes.hpp"

#include "corpus/error.hpp"
#include "tests/catch.hpp"
#include "tests/caught_error.hpp"

#include <limits>
#include <random>
#include <vector>

using namespace dateline;

namespace {

// Numbers of every length: random bits, then shifted by a random distance.
std::vector<std::uint64_t> numbers_of_all_lengths() {
    std::mt19937_64 random(1);
    std::vector<std::uint64_t> numbers{0, 1, 127, 128, UINT32_MAX, UINT64_MAX};
    for (int i = 0; i < 5000; ++i) numbers.push_back(random() >> (random() % 64));
    return numbers;
}

std::string bytes_of(std::initializer_list<int> values) {
    std::string bytes;
    for (const int value : values) bytes.push_back(static_cast<char>(value));
    return bytes;
}

}  // namespace

TEST_CASE("every number comes back as it was written") {
    const auto numbers = numbers_of_all_lengths();
    ByteWriter writer;
    for (const std::uint64_t number : numbers) {
        writer.varint(number);
        writer.signed_varint(static_cast<std::int64_t>(number));
        writer.fixed32(static_cast<std::uint32_t>(number));
        writer.fixed64(number);
    }
    ByteReader reader(writer.bytes(), "numbers");
    for (const std::uint64_t number : numbers) {
        REQUIRE(reader.varint() == number);
        REQUIRE(reader.signed_varint() == static_cast<std::int64_t>(number));
        REQUIRE(reader.fixed32() == static_cast<std::uint32_t>(number));
        REQUIRE(reader.fixed64() == number);
    }
    CHECK(reader.at_end());
}

TEST_CASE("the encodings are LEB128, zigzag and little-endian") {
    ByteWriter writer;
    writer.varint(300);
    writer.signed_varint(-1);
    writer.signed_varint(1);
    writer.string("ab");
    writer.fixed32(0x01020304);
    CHECK(writer.bytes() == bytes_of({0xAC, 0x02, 1, 2, 2, 'a', 'b', 4, 3, 2, 1}));
}

TEST_CASE("numbers are stepped over, but not past the end") {
    const auto numbers = numbers_of_all_lengths();
    ByteWriter writer;
    for (const std::uint64_t number : numbers) writer.varint(number);
    ByteReader reader(writer.bytes(), "numbers");
    for (std::size_t i = 0; i + 4 < numbers.size(); i += 4) {
        REQUIRE(reader.varint() == numbers[i]);
        reader.skip_varints(3);
    }
    reader.skip_varints(0);
    CHECK_THROWS_AS(reader.skip_varints(numbers.size()), Error);
    ByteReader cut(std::string_view("\x80", 1), "numbers");
    CHECK_THROWS_AS(cut.skip_varints(1), Error);
}

TEST_CASE("strings and raw bytes come back as they were written") {
    const std::string text("a\0b\xFF", 4);
    ByteWriter writer;
    writer.string(text);
    writer.string("");
    writer.raw("raw");
    ByteReader reader(writer.bytes(), "texts");
    CHECK(reader.string() == text);
    CHECK(reader.string().empty());
    CHECK(reader.left() == 3);
    CHECK(reader.raw(3) == "raw");
    CHECK(reader.at_end());
}

TEST_CASE("a read past the end is an error that names what is damaged") {
    const std::string cut = bytes_of({0x80});
    CHECK(test::says(test::caught_error([&] { return ByteReader(cut, "the box").varint(); }),
                     "the box is damaged"));
    CHECK_THROWS_AS(ByteReader("", "").varint(), Error);
    CHECK_THROWS_AS(ByteReader("abc", "").fixed32(), Error);
    CHECK_THROWS_AS(ByteReader("abcdefg", "").fixed64(), Error);
    CHECK_THROWS_AS(ByteReader("\x05"
                               "abcd",
                               "")
                        .string(),
                    Error);
    const std::string huge = bytes_of({0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1});
    CHECK_THROWS_AS(ByteReader(huge, "").string(), Error);
}

TEST_CASE("each number has one encoding") {
    CHECK_THROWS_AS(ByteReader(bytes_of({0x80, 0x00}), "").varint(), Error);
    CHECK_THROWS_AS(ByteReader(bytes_of({0xFF, 0x80, 0x00}), "").varint(), Error);
    CHECK_THROWS_AS(
        ByteReader(bytes_of({0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 2}), "")
            .varint(),
        Error);
    CHECK_THROWS_AS(ByteReader(bytes_of({0xFF, 0xFF, 0xFF, 0xFF, 0x10}), "").varint32(), Error);
}
