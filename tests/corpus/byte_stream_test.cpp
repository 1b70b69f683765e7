#include "corpus/byte_stream.hpp"

#include <algorithm>
#include <string>

#include "corpus/error.hpp"
#include "tests/catch.hpp"
#include "tests/corpus/reading.hpp"

using namespace dateline;

namespace {

/// Gives `bytes` in blocks of at most `block`, then fails or ends.
std::unique_ptr<ByteStream> dripping(std::string bytes, std::size_t block, bool fails) {
    return buffered_stream(
        [bytes, block, fails, at = std::size_t{0}](std::span<char> room) mutable {
            const std::size_t size = std::min({block, room.size(), bytes.size() - at});
            if (size == 0 && fails) throw Error(ErrorKind::input_output, "the disk is gone");
            bytes.copy(room.data(), size, at);
            at += size;
            return size;
        });
}

std::string numbered_lines(std::size_t count) {
    std::string lines;
    for (std::size_t i = 0; i < count; ++i) lines += "line " + std::to_string(i * 7919) + "\n";
    return lines;
}

std::string rest_of(ByteStream& stream) {
    std::string rest;
    for (std::string_view piece = stream.peek(1); !piece.empty(); piece = stream.peek(1)) {
        rest += piece;
        stream.skip(piece.size());
    }
    return rest;
}

}  // namespace

TEST_CASE("however it is peeked and stepped over, a stream gives the same bytes") {
    const std::string bytes = numbered_lines(60'000);
    for (const std::size_t block : {1'000UL, 300'000UL}) {
        const auto stream = dripping(bytes, block, false);
        std::string read;
        for (std::size_t step = 1;; step = step * 5 % 400'009) {
            const std::string_view at_hand = stream->peek(step);
            REQUIRE(stream->offset() == read.size());
            if (at_hand.size() < step) REQUIRE(read.size() + at_hand.size() == bytes.size());
            if (at_hand.empty()) break;
            const std::size_t taken = std::min(at_hand.size(), step / 2 + 1);
            read += at_hand.substr(0, taken);
            stream->skip(taken);
        }
        CHECK(read == bytes);
    }
}

TEST_CASE("what was read before a failure stays at hand, and the failure lasts") {
    const auto stream = dripping("twelve bytes", 5, true);
    CHECK(stream->peek(3).size() == 5);
    for (int i = 0; i < 2; ++i) {
        CHECK_THROWS_AS(stream->peek(13), Error);
        CHECK(stream->peek(12) == "twelve bytes");
    }
    stream->skip(12);
    CHECK(stream->peek(0).empty());
    CHECK_THROWS_AS(stream->peek(1), Error);
}

TEST_CASE("gzip, zstd, xz and bzip2 are undone, of several members all") {
    const std::string bytes = numbered_lines(50'000);
    for (const std::string program : {"gzip", "zstd", "xz", "bzip2"}) {
        CAPTURE(program);
        const std::string member = test::compress(bytes, program);
        REQUIRE(member.size() < bytes.size());
        CHECK(rest_of(*decompressed_stream(dripping(member, 1000, false))) == bytes);
        CHECK(rest_of(*decompressed_stream(dripping(member + member, 1000, false))) ==
              bytes + bytes);
        const std::string empty = test::compress("", program);
        CHECK(rest_of(*decompressed_stream(dripping(empty, 1000, false))).empty());
    }
}

TEST_CASE("behind compressed data there is another stream, or zeros, or an error") {
    const std::string bytes = numbered_lines(50'000);
    const std::string more = numbered_lines(20'000);
    for (const std::string program : {"gzip", "zstd", "xz", "bzip2"}) {
        const std::string whole = test::compress(bytes, program);
        const std::string next = test::compress(more, program);
        std::string flipped = next;
        flipped[0] ^= 1;
        for (const std::string& rest : {next.substr(0, 3), next.substr(0, 8), flipped,
                                        std::string(99, '\0') + next, std::string("garbage!")}) {
            CAPTURE(program, rest.size());
            const auto stream = decompressed_stream(dripping(whole + rest, 1000, false));
            CHECK_THROWS_AS(rest_of(*stream), Error);
        }
    }
    const std::string whole = test::compress(bytes, "bzip2");
    CHECK(rest_of(*decompressed_stream(dripping(whole + std::string(100, '\0'), 1000, false))) ==
          bytes);
}

TEST_CASE("bytes that only begin like a compressed file are given as they are") {
    for (const std::string bytes : {"", "B", "BZh9 is not bzip2", "plain"}) {
        CHECK(rest_of(*decompressed_stream(dripping(bytes, 3, false))) == bytes);
    }
}

TEST_CASE("compressed data that ends early gives its beginning and then says so") {
    const std::string bytes = numbered_lines(100'000);
    for (const std::string program : {"gzip", "zstd", "xz", "bzip2"}) {
        CAPTURE(program);
        const std::string whole = test::compress(bytes, program);
        const auto stream =
            decompressed_stream(dripping(whole.substr(0, whole.size() * 3 / 4), 1000, false));
        std::string read;
        std::string message;
        try {
            for (;;) {
                const std::string_view piece = stream->peek(1);
                if (piece.empty()) break;
                read += piece;
                stream->skip(piece.size());
            }
        } catch (const Error& error) {
            CHECK(error.kind() == ErrorKind::input_output);
            message = error.what();
        }
        CHECK(!read.empty());
        CHECK(bytes.starts_with(read));
        CHECK(message.starts_with("compressed data ends early, after " +
                                  std::to_string(read.size()) + " bytes"));
    }
}

TEST_CASE("damaged compressed data and a failing disk below are told apart") {
    std::string damaged = test::compress(numbered_lines(50'000), "xz");
    for (std::size_t i = damaged.size() / 2; i < damaged.size() / 2 + 50; ++i) damaged[i] = 'x';
    const auto fails_with = [](std::unique_ptr<ByteStream> raw, std::string_view beginning) {
        const auto stream = decompressed_stream(std::move(raw));
        try {
            rest_of(*stream);
        } catch (const Error& error) {
            return std::string_view(error.what()).starts_with(beginning);
        }
        return false;
    };
    CHECK(fails_with(dripping(damaged, 1000, false), "compressed data is damaged, after "));
    const std::string whole = test::compress(numbered_lines(50'000), "gzip");
    CHECK(fails_with(dripping(whole.substr(0, 2000), 1000, true), "the disk is gone"));
}
