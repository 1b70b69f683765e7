#include "corpus/compressed_input.hpp"

#include <algorithm>
#include <array>
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

/// What there are programs for.
struct Program {
    const char* name;
    Compression compression;
};
constexpr std::array programs{Program{"gzip", Compression::gzip},
                              Program{"zstd", Compression::zstd}, Program{"xz", Compression::xz},
                              Program{"bzip2", Compression::bzip2}};

std::unique_ptr<ByteStream> in_blocks(const std::string& bytes, std::size_t block) {
    return buffered_stream([bytes, block, at = std::size_t{0}](std::span<char> room) mutable {
        const std::size_t size = std::min({block, room.size(), bytes.size() - at});
        bytes.copy(room.data(), size, at);
        at += size;
        return size;
    });
}

struct Contents {
    std::string bytes;
    std::string failure;
};

/// All that `input` gives, in small rooms, up to its end or a failure.
Contents rest_of(CompressedInput& input) {
    Contents contents;
    std::string room(97, '\0');
    try {
        while (const std::size_t size = input.read(room)) contents.bytes.append(room, 0, size);
    } catch (const Error& error) {
        contents.failure = error.what();
    }
    return contents;
}

Contents contents_of(const std::string& bytes, Compression wrapper = Compression::gzip,
                     std::size_t block = 1000) {
    CompressedInput input(in_blocks(bytes, block), wrapper);
    return rest_of(input);
}

}  // namespace

TEST_CASE("members follow each other, padded with zeros or not") {
    const std::string bytes = numbered_lines(0, 3000);
    for (const auto& [name, compression] : programs)
        for (const std::size_t block : {1UL, 7UL, 100'000UL}) {
            CAPTURE(name, block);
            const std::string member = test::compress(bytes, name);
            CHECK(contents_of(member, compression, block).bytes == bytes);
            const std::string padded =
                member + test::compress("", name) + member + std::string(1000, '\0');
            const Contents all = contents_of(padded, compression, block);
            CHECK(all.bytes == bytes + bytes);
            CHECK(all.failure.empty());
        }
}

TEST_CASE("wherever compressed data is cut off, its beginning is given and the cut is told") {
    const std::string bytes = numbered_lines(0, 300);
    for (const auto& [name, compression] : programs) {
        const std::string whole = test::compress(bytes, name);
        for (std::size_t size = member_head_bytes; size < whole.size(); ++size) {
            CAPTURE(name, size);
            const Contents cut = contents_of(whole.substr(0, size), compression);
            REQUIRE(bytes.starts_with(cut.bytes));
            REQUIRE(cut.failure == "compressed data ends early, after " +
                                       std::to_string(cut.bytes.size()) +
                                       " bytes of contents (truncated input)");
        }
    }
}

TEST_CASE("wherever compressed data is damaged, its contents are right or the damage is told") {
    const std::string bytes = numbered_lines(0, 100);
    for (const auto& [name, compression] : programs) {
        if (compression == Compression::zstd) continue;  // written here without checksums
        const std::string whole = test::compress(bytes, name);
        std::size_t told = 0;
        for (std::size_t at = 0; at < whole.size(); ++at) {
            CAPTURE(name, at);
            std::string damaged = whole;
            damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
            const Contents read = contents_of(damaged, compression);
            REQUIRE((!read.failure.empty() || read.bytes == bytes));
            told += read.failure.starts_with("compressed data ") ? 1 : 0;
        }
        // Of gzip the time and the system mean nothing to the contents.
        CHECK(told >= whole.size() - 8);
    }
}

TEST_CASE("what was decoded before damage is given, of small files too") {
    const std::string bytes = numbered_lines(0, 200'000);  // several blocks of every compression
    for (const auto& [name, compression] : programs) {
        CAPTURE(name);
        std::string damaged = test::compress(bytes, name);
        std::fill_n(damaged.end() - static_cast<std::ptrdiff_t>(damaged.size() / 8),
                    damaged.size() / 16, '\xFF');
        const Contents read = contents_of(damaged, compression, 1 << 20);
        CHECK(read.failure.starts_with("compressed data is damaged, after "));
        CHECK(read.bytes.size() > bytes.size() / 8);
        CHECK(bytes.starts_with(read.bytes.substr(0, bytes.size() / 8)));
    }
}

TEST_CASE("something else behind a member is told") {
    const Contents read = contents_of(gzip("contents") + "something else");
    CHECK(read.bytes == "contents");
    CHECK(read.failure ==
          "compressed data is followed by something else, after 8 bytes of contents (no "
          "member begins there)");
}

TEST_CASE("after a damaged member the next one is read") {
    const std::string first = numbered_lines(0, 500);
    const std::string last = numbered_lines(900, 500);
    for (const auto& [name, compression] : programs) {
        CAPTURE(name);
        std::string damaged = test::compress(numbered_lines(500, 400), name);
        std::fill_n(damaged.begin() + 20, 200, '\xFF');
        CompressedInput input(
            in_blocks(test::compress(first, name) + damaged + test::compress(last, name), 1000),
            compression);
        CHECK_FALSE(input.resume());
        const Contents before = rest_of(input);
        CHECK(before.bytes.starts_with(first));
        CHECK(before.failure.starts_with("compressed data is damaged, after "));
        std::string after;
        while (input.resume()) after += rest_of(input).bytes;
        CHECK(after.ends_with(last));
    }
}

TEST_CASE("a beginning that is damaged itself is passed over") {
    const std::string member = test::compress("contents", "zstd");
    std::string damaged = member;
    damaged[4] = '\x08';  // a bit that is reserved
    CompressedInput input(in_blocks(damaged + member, 1000), Compression::zstd);
    CHECK(rest_of(input).failure.starts_with("compressed data is damaged, after 0 bytes"));
    CHECK(input.resume());
    CHECK(rest_of(input).bytes == "contents");
    CHECK_FALSE(input.resume());
}

TEST_CASE("deflated data comes with the header of zlib or none") {
    const std::string text = "deflated data";
    const std::string member = gzip(text);
    const std::string bare = member.substr(10, member.size() - 18);
    CHECK(contents_of(bare, Compression::deflate).bytes == text);
    CHECK(contents_of(bare + "behind", Compression::deflate).failure.empty());
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
    const Contents read = contents_of(zlib, Compression::zlib);
    CHECK(read.bytes == text);
    CHECK(read.failure.empty());
    zlib.back() = static_cast<char>(zlib.back() ^ 1);
    CHECK(contents_of(zlib, Compression::zlib).failure.starts_with("compressed data is damaged"));
}

TEST_CASE("a gzip bomb is refused") {
    const Contents read = contents_of(gzip(std::string(80UL << 20, 'a')));
    CHECK(read.failure.find("a bomb") != std::string::npos);
}
