#include "corpus/member_decoder.hpp"

#include "tests/catch.hpp"
#include "tests/corpus/reading.hpp"

using namespace dateline;
using namespace std::string_view_literals;

TEST_CASE("how a file is compressed is told from its first bytes") {
    const auto told = [](const char* program) {
        return compression_of(test::compress("contents", program).substr(0, member_head_bytes));
    };
    CHECK(told("gzip") == Compression::gzip);
    CHECK(told("zstd") == Compression::zstd);
    CHECK(told("xz") == Compression::xz);
    CHECK(told("bzip2") == Compression::bzip2);
    for (const std::string_view head :
         {""sv, "\x1F"sv, "\x1F\x8B\x08\xFF"sv, "BZh"sv, "BZh0"sv, "BZh9 is not bzip2"sv,
          "\xFD\x37zXZ"sv, "\x28\xB5\x2F"sv, "plain text"sv})
        CHECK_FALSE(compression_of(head));
}

TEST_CASE("a decoder takes and fills as much as it can, and says when a member ends") {
    for (const char* program : {"gzip", "zstd", "xz", "bzip2"}) {
        CAPTURE(program);
        const std::string member = test::compress("contents", program);
        const std::string two = member + member;
        const auto decoder = new_member_decoder(*compression_of(member));
        std::string_view from = two;
        for (int i = 0; i < 2; ++i) {
            CHECK(decoder->begins(from.substr(0, member_head_bytes)));
            std::string filled(100, '\0');
            std::span<char> room(filled);
            MemberDecoder::Outcome outcome = MemberDecoder::Outcome::goes_on;
            while (outcome == MemberDecoder::Outcome::goes_on)
                outcome = decoder->decode(from, room);
            CHECK(outcome == MemberDecoder::Outcome::ended);
            CHECK(filled.substr(0, filled.size() - room.size()) == "contents");
            decoder->begin();
        }
        CHECK(from.empty());
        CHECK_FALSE(decoder->is_alone());
    }
}

TEST_CASE("xz streams may stand apart, by whole words of zeros") {
    const auto xz = new_member_decoder(Compression::xz);
    CHECK(xz->may_part(0));
    CHECK(xz->may_part(8));
    CHECK_FALSE(xz->may_part(6));
    CHECK_FALSE(new_member_decoder(Compression::gzip)->may_part(4));
}

TEST_CASE("a frame of zstd that carries no contents is one all the same") {
    const auto zstd = new_member_decoder(Compression::zstd);
    CHECK(zstd->begins("\x50\x2A\x4D\x18\x04\0\0\0user"sv));
    CHECK(zstd->begins("\x5F\x2A\x4D\x18"sv));
    CHECK_FALSE(zstd->begins("\x60\x2A\x4D\x18"sv));
}

TEST_CASE("what wants more memory than news is compressed with is refused") {
    std::string member = test::compress("contents", "xz");
    // The header of the first block: its size, flags, LZMA2 and its dictionary, and a CRC-32.
    constexpr std::size_t begin = 12;
    const std::size_t size = (static_cast<unsigned char>(member[begin]) + 1UL) * 4;
    const std::size_t filter = member.find("\x21\x01", begin);
    REQUIRE(filter < begin + size);
    member[filter + 2] = 40;  // 4 GiB
    std::uint32_t crc = 0xFFFFFFFF;
    for (std::size_t at = begin; at < begin + size - 4; ++at) {
        crc ^= static_cast<unsigned char>(member[at]);
        for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ (0xEDB88320 & (0 - (crc & 1)));
    }
    for (std::size_t i = 0; i < 4; ++i)
        member[begin + size - 4 + i] = static_cast<char>(~crc >> (8 * i) & 0xFF);
    const auto xz = new_member_decoder(Compression::xz);
    std::string_view from = member;
    std::string filled(100, '\0');
    std::span<char> room(filled);
    CHECK(xz->decode(from, room) == MemberDecoder::Outcome::damaged);
    CHECK(xz->reason() == "it needs more than 1024 MiB of memory");
}
