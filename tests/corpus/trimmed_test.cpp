#include "corpus/trimmed.hpp"

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("blanks go from both ends and stay between") {
    for (const std::string_view before : {"", " ", "\t\r\n", "\n\n "})
        for (const std::string_view after : {"", " ", "\r\n", " \t\f\v"})
            for (const std::string_view text : {"", "a", "NATO  in\tIraq", "\xC2\xA0"}) {
                const std::string whole =
                    std::string(before) + std::string(text) + std::string(after);
                CHECK(trimmed(whole) == text);
            }
    CHECK(trimmed("--a-b--", "-") == "a-b");
    CHECK(trimmed("---", "-").empty());
    CHECK(trimmed(" a ", "") == " a ");
}

TEST_CASE("what is trimmed is a part of the text") {
    const std::string_view text = "  NATO ";
    CHECK(trimmed(text).data() == text.data() + 2);
}
