#include "corpus/byte_set.hpp"

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("a set of bytes is found, and what is not in it") {
    constexpr ByteSet set(std::string_view("<&\0\xFF", 4));
    CHECK(set.find_in("ab<c&") == 2);
    CHECK(set.find_in("ab<c&", 3) == 4);
    CHECK(set.find_in("abc") == 3);
    CHECK(set.find_in("abc", 9) == 3);
    CHECK(set.find_in("") == 0);
    CHECK(set.find_in(std::string_view("a\0", 2)) == 1);
    CHECK(set.find_other("<<&a") == 3);
    CHECK(set.find_other("<<") == 2);
    CHECK(set.contains('\xFF'));
    CHECK_FALSE(set.contains('a'));
}
