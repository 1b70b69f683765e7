#include "corpus/formats/http_response.hpp"

#include <string>

#include "tests/catch.hpp"
#include "tests/corpus/reading.hpp"

using namespace dateline;
using namespace std::string_literals;

namespace {

constexpr std::uint64_t limit = 1UL << 20;

HttpResponse response_of(const std::string& fields, const std::string& body,
                         std::uint64_t max_bytes = limit) {
    const auto response =
        read_http_response("HTTP/1.1 200 OK\r\n" + fields + "\r\n" + body, max_bytes);
    REQUIRE(response);
    return *response;
}

}  // namespace

TEST_CASE("status, fields and body are told apart") {
    const auto response = read_http_response(
        "HTTP/1.0 404 Not Found\nContent-Type: text/html;\n charset=utf-8\nX: y\n\nGone", limit);
    REQUIRE(response);
    CHECK(response->status == 404);
    CHECK(response->fields["content-type"] == "text/html; charset=utf-8");
    CHECK(response->body == "Gone");
    CHECK(read_http_response("HTTP/2 200\r\n\r\n", limit)->status == 200);
    CHECK_FALSE(read_http_response("GET / HTTP/1.1\r\n\r\n", limit));
    CHECK_FALSE(read_http_response("", limit));
    CHECK_FALSE(read_http_response("HTTP/1.1", limit));
}

TEST_CASE("chunks are joined") {
    const std::string chunked = "Transfer-Encoding: chunked\r\n";
    CHECK(response_of(chunked, "4\r\nabcd\r\nA;x=y\r\n0123456789\r\n0\r\n\r\n").body ==
          "abcd0123456789");
    CHECK(response_of(chunked, "<p>joined by the crawler</p>").body ==
          "<p>joined by the crawler</p>");
    const HttpResponse cut = response_of(chunked, "4\r\nabcd\r\n9\r\nxyz");
    CHECK(cut.body == "abcdxyz");
    CHECK(cut.loss == "the response ends within a chunk");
    CHECK(response_of(chunked, "FFFFFFFFFFFFFFFFFF\r\nx").body == "FFFFFFFFFFFFFFFFFF\r\nx");
    CHECK(response_of(chunked, "FFFFFFFFFFFFFFFF\r\nx").body == "x");
}

TEST_CASE("compression is undone, unless the crawler has done it") {
    const std::string text(5000, 'a');
    CHECK(response_of("Content-Encoding: gzip\r\n", test::compress(text, "gzip")).body == text);
    CHECK(response_of("Content-Encoding: zstd\r\n", test::compress(text, "zstd")).body == text);
    CHECK(response_of("Content-Encoding: gzip\r\n", "<p>plain").body == "<p>plain");
    const std::string bare = test::compress(text, "gzip").substr(10);
    const std::string deflated = bare.substr(0, bare.size() - 8);
    CHECK(response_of("Content-Encoding: deflate\r\n", deflated).body == text);
    CHECK(response_of("Content-Encoding: deflate\r\n", "\x78\x9C" + deflated + "\0\0\0\0"s).body ==
          text);
}

TEST_CASE("what cannot be undone is told") {
    CHECK(response_of("Content-Encoding: br\r\n", "\x1B\x03\0\xF8"s).problem ==
          "content encoding \"br\", which is not read");
    const std::string text(50'000, 'a');
    CHECK(response_of("Content-Encoding: gzip\r\n", test::compress(text, "gzip"), 10'000).problem ==
          "response of more than 10000 bytes when decompressed, the limit");
}

TEST_CASE("a media type has no parameters") {
    CHECK(media_type("Text/HTML ; charset=utf-8") == "text/html");
    CHECK(media_type("").empty());
}
