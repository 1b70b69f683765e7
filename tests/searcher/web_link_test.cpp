#include "searcher/web_link.hpp"

#include <algorithm>

#include "tests/catch.hpp"
#include "tests/searcher/shown_text.hpp"

using namespace dateline;

TEST_CASE("only addresses of the web are linked") {
    CHECK(web_address("https://wire.example/0105?a=1&b=%20#c") ==
          "https://wire.example/0105?a=1&b=%20#c");
    CHECK(web_address("HTTP://wire.example") == "HTTP://wire.example");
    for (const char* url : {"", "wire.example", "javascript:alert(1)", "file:///etc/passwd",
                            "mailto:a@b.example", "https://", "https:///a", "ftp://a", "//a"}) {
        INFO(url);
        CHECK(web_address(url).empty());
    }
}

TEST_CASE("an address holds nothing that ends a link or acts on a terminal") {
    CHECK(web_address("https://a.example/(x)<y> \"\xE5\x8C\x97\"\x1b\\") ==
          "https://a.example/%28x%29%3Cy%3E%20%22%E5%8C%97%22%1B%5C");
    test::RandomProse prose(3);
    for (int i = 0; i < 300; ++i) {
        const std::string address = web_address("https://a" + prose.text(9));
        CHECK(std::ranges::all_of(address, [](char c) { return c > ' ' && c < '\x7f'; }));
        CHECK(address.find_first_of("()<>\"\\`") == std::string::npos);
    }
}

TEST_CASE("a link is OSC 8 around the text") {
    CHECK(linked("NATO", "https://a.example") ==
          "\x1b]8;id=a;https://a.example\x1b\\NATO\x1b]8;;\x1b\\");
    CHECK(linked("NATO", "") == "NATO");
    CHECK(linked("NATO", "https://a.example/" + std::string(3000, 'x')) == "NATO");
}
