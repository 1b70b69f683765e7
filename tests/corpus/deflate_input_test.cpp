#include "corpus/deflate_input.hpp"

#include <algorithm>
#include <string>

#include "corpus/byte_stream.hpp"
#include "corpus/error.hpp"
#include "corpus/source.hpp"
#include "tests/catch.hpp"
#include "tests/corpus/reading.hpp"

using namespace dateline;

namespace {

std::string numbered_lines(std::size_t first, std::size_t count) {
    std::string lines;
    for (std::size_t i = first; i < first + count; ++i)
        lines += "line " + std::to_string(i * 7919) + "\n";
    return lines;
}

std::string gzip(const std::string& bytes) { return test::compress(bytes, "gzip"); }

std::unique_ptr<ByteStream> in_blocks(const std::string& bytes, std::size_t block) {
    return buffered_stream([bytes, block, at = std::size_t{0}](std::span<char> room) mutable {
        const std::size_t size = std::min({block, room.size(), bytes.size() - at});
        bytes.copy(room.data(), size, at);
        at += size;
        return size;
    });
}

struct Inflated {
    std::string bytes;
    std::string failure;
};

/// All that `input` gives, in small rooms, up to its end or a failure.
Inflated rest_of(DeflateInput& input) {
    Inflated inflated;
    std::string room(97, '\0');
    try {
        while (const std::size_t size = input.read(room)) inflated.bytes.append(room, 0, size);
    } catch (const Error& error) {
        inflated.failure = error.what();
    }
    return inflated;
}

Inflated inflate(const std::string& bytes, DeflateWrapper wrapper = DeflateWrapper::gzip,
                 std::size_t block = 1000) {
    DeflateInput input(in_blocks(bytes, block), wrapper);
    return rest_of(input);
}

}  // namespace

TEST_CASE("members of gzip follow each other, padded with zeros or not") {
    const std::string bytes = numbered_lines(0, 3000);
    for (const std::size_t block : {1UL, 7UL, 100'000UL}) {
        CAPTURE(block);
        CHECK(inflate(gzip(bytes), DeflateWrapper::gzip, block).bytes == bytes);
        const std::string padded = gzip(bytes) + gzip("") + gzip(bytes) + std::string(1000, '\0');
        const Inflated all = inflate(padded, DeflateWrapper::gzip, block);
        CHECK(all.bytes == bytes + bytes);
        CHECK(all.failure.empty());
    }
}

TEST_CASE("wherever gzip is cut off, its beginning is given and the cut is told") {
    const std::string bytes = numbered_lines(0, 300);
    const std::string whole = gzip(bytes);
    for (std::size_t size = 3; size < whole.size(); ++size) {
        const Inflated cut = inflate(whole.substr(0, size));
        REQUIRE(bytes.starts_with(cut.bytes));
        REQUIRE(cut.failure == "compressed data ends early, after " +
                                   std::to_string(cut.bytes.size()) +
                                   " bytes of contents (truncated input)");
    }
}

TEST_CASE("wherever gzip is damaged, either its contents are right or the damage is told") {
    const std::string bytes = numbered_lines(0, 100);
    const std::string whole = gzip(bytes);
    std::size_t told = 0;
    for (std::size_t at = 3; at < whole.size(); ++at) {
        std::string damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
        const Inflated read = inflate(damaged);
        REQUIRE((!read.failure.empty() || read.bytes == bytes));
        told += read.failure.starts_with("compressed data ") ? 1 : 0;
    }
    // The time and the system in the header mean nothing to the contents.
    CHECK(told >= whole.size() - 11);
}

TEST_CASE("something else behind gzip is told") {
    const Inflated read = inflate(gzip("contents") + "something else");
    CHECK(read.bytes == "contents");
    CHECK(read.failure ==
          "compressed data is followed by something else, after 8 bytes of contents (no gzip "
          "member begins there)");
}

TEST_CASE("after a damaged member the next one is read") {
    const std::string first = numbered_lines(0, 500);
    const std::string last = numbered_lines(900, 500);
    std::string damaged = gzip(numbered_lines(500, 400));
    std::fill_n(damaged.begin() + 100, 20, 'x');
    DeflateInput input(in_blocks(gzip(first) + damaged + gzip(last), 1000), DeflateWrapper::gzip);
    CHECK_FALSE(input.resume());
    const Inflated before = rest_of(input);
    CHECK(before.bytes.starts_with(first));
    CHECK(before.failure.starts_with("compressed data is damaged, after "));
    std::string after;
    while (input.resume()) after += rest_of(input).bytes;
    CHECK(after.ends_with(last));
}

TEST_CASE("deflated data comes with the header of zlib or none") {
    const std::string text = "deflated data";
    const std::string member = gzip(text);
    const std::string bare = member.substr(10, member.size() - 18);
    CHECK(inflate(bare, DeflateWrapper::none).bytes == text);
    CHECK(inflate(bare + "behind", DeflateWrapper::none).failure.empty());
    // Adler-32 of the text (RFC 1950).
    std::uint32_t a = 1;
    std::uint32_t b = 0;
    for (const char c : text) {
        a = (a + static_cast<unsigned char>(c)) % 65521;
        b = (b + a) % 65521;
    }
    std::string zlib = "\x78\x9C" + bare;
    for (const std::uint32_t byte : {b >> 8, b & 0xFF, a >> 8, a & 0xFF})
        zlib += static_cast<char>(byte);
    const Inflated read = inflate(zlib, DeflateWrapper::zlib);
    CHECK(read.bytes == text);
    CHECK(read.failure.empty());
    zlib.back() = static_cast<char>(zlib.back() ^ 1);
    CHECK(inflate(zlib, DeflateWrapper::zlib).failure.starts_with("compressed data is damaged"));
}

TEST_CASE("a gzip bomb is refused") {
    const Inflated read = inflate(gzip(std::string(80UL << 20, 'a')));
    CHECK(read.failure.find("a bomb") != std::string::npos);
}
