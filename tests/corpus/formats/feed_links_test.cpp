#include "corpus/formats/feed_links.hpp"

#include <array>

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("links are resolved as RFC 3986 has it in section 5.4") {
    struct Row {
        std::string_view link;
        std::string_view resolved;
    };
    const std::array rows{
        Row{"g:h", "g:h"},
        Row{"g", "http://a/b/c/g"},
        Row{"./g", "http://a/b/c/g"},
        Row{"g/", "http://a/b/c/g/"},
        Row{"/g", "http://a/g"},
        Row{"//g", "http://g"},
        Row{"?y", "http://a/b/c/d;p?y"},
        Row{"g?y#s", "http://a/b/c/g?y#s"},
        Row{"#s", "http://a/b/c/d;p?q#s"},
        Row{"", "http://a/b/c/d;p?q"},
        Row{".", "http://a/b/c/"},
        Row{"..", "http://a/b/"},
        Row{"../g", "http://a/b/g"},
        Row{"../../../g", "http://a/g"},
        Row{"/./g", "http://a/g"},
        Row{"/../g", "http://a/g"},
        Row{"g.", "http://a/b/c/g."},
        Row{"..g", "http://a/b/c/..g"},
        Row{"g/./h", "http://a/b/c/g/h"},
        Row{"g/../h", "http://a/b/c/h"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.link);
        CHECK(resolve_link("http://a/b/c/d;p?q", row.link) == row.resolved);
    }
}

TEST_CASE("bases may be relative, empty or broken") {
    CHECK(resolve_link("", "a/b") == "a/b");
    CHECK(resolve_link("feed/", "entry/") == "feed/entry/");
    CHECK(resolve_link("http://a.example", "b") == "http://a.example/b");
    CHECK(resolve_link("http:///a.example/b/", "c") == "http://a.example/b/c");
}

TEST_CASE("links that lead to a page") {
    CHECK(is_web_link("https://a.example/"));
    CHECK_FALSE(is_web_link("tag:a.example,2019:1"));
    CHECK_FALSE(is_web_link("a/b"));
    CHECK(is_absolute_link("tag:a.example,2019:1"));
    CHECK_FALSE(is_absolute_link("a/b:c"));
}
