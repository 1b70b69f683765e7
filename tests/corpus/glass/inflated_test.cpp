#include "corpus/glass/inflated.hpp"

#include <zlib.h>

#include <random>

#include "tests/catch.hpp"

using namespace dateline::glass;

namespace {

std::string deflated(const std::string& contents) {
    z_stream stream{};
    REQUIRE(deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY) == Z_OK);
    std::string bytes(deflateBound(&stream, contents.size()), '\0');
    std::string from = contents;
    stream.next_in = reinterpret_cast<Bytef*>(from.data());
    stream.avail_in = static_cast<uInt>(from.size());
    stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
    stream.avail_out = static_cast<uInt>(bytes.size());
    REQUIRE(::deflate(&stream, Z_FINISH) == Z_STREAM_END);
    bytes.resize(bytes.size() - stream.avail_out);
    deflateEnd(&stream);
    return bytes;
}

}  // namespace

TEST_CASE("what was deflated is inflated, of any size") {
    std::mt19937 random(3);
    for (const std::size_t size : {0U, 1U, 18U, 16383U, 16384U, 16385U, 1000000U}) {
        std::string contents(size, 'a');
        for (std::size_t i = 0; i < size; i += 1 + random() % 40)
            contents[i] = static_cast<char>(random());
        INFO(size);
        CHECK((inflated(deflated(contents)) == contents));
    }
}

TEST_CASE("what is not whole is not inflated") {
    const std::string bytes = deflated("Wind and rain, wind and rain, wind and rain.");
    for (std::size_t size = 0; size < bytes.size(); ++size)
        CHECK_FALSE(inflated(bytes.substr(0, size)));
    CHECK_FALSE(inflated("\xFF\xFF\xFF"));
    CHECK_FALSE(inflated(""));
}

TEST_CASE("a bomb is given up") {
    const std::string part(64U << 20, '\0');
    std::string all;
    for (int i = 0; i < 5; ++i) all += part;
    CHECK_FALSE(inflated(deflated(all)));
}
