#include "corpus/error.hpp"
#include "searcher/query.hpp"
#include "searcher/render.hpp"
#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("the caret stands under the byte that is wrong, also after wide characters") {
    const auto excerpt_of = [](std::string_view query, std::uint32_t byte) {
        try {
            throw_query_error(query, {byte, byte + 1}, "wrong", "do this");
        } catch (const Error& error) {
            CHECK(error.kind() == ErrorKind::usage);
            CHECK(error.hint() == "do this");
            return error.excerpt();
        }
        return std::string();
    };
    CHECK(excerpt_of("nato (iraq", 5) == "  nato (iraq\n       ^");
    CHECK(excerpt_of("北京 (", 7) == "  北京 (\n       ^");
    CHECK(excerpt_of("é (", 3) == "  é (\n    ^");
}

TEST_CASE("a long query is shown around the caret, within a terminal's width") {
    const std::string query = std::string(3000, 'a') + " (" + std::string(3000, 'b');
    try {
        throw_query_error(query, {3001, 3002}, "wrong", "do this");
    } catch (const Error& error) {
        const std::string& excerpt = error.excerpt();
        const std::size_t line_end = excerpt.find('\n');
        const std::string line = excerpt.substr(0, line_end);
        const std::size_t caret = excerpt.size() - line_end - 2;
        CHECK(display_width(line) <= 80);
        CHECK(line.starts_with("  \u2026aaa"));
        CHECK(line.ends_with("bbb\u2026"));
        CHECK(line.find(" (b") + 1 == caret + std::string_view("\u2026").size() - 1);
    }
}
