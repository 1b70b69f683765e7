#include "corpus/error.hpp"
#include "searcher/query.hpp"
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
