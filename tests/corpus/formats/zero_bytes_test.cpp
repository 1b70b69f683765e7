#include "corpus/formats/zero_bytes.hpp"

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("a zero byte here and there is damage, many are binary data") {
    const std::string text(1000, 'x');
    CHECK(has_few_zero_bytes(text));
    CHECK(has_few_zero_bytes(text + '\0'));
    CHECK(has_few_zero_bytes(text + '\0' + text + '\0'));
    std::string brief(70, 'x');
    brief[10] = brief[40] = '\0';
    CHECK(has_few_zero_bytes(brief));
    CHECK_FALSE(has_few_zero_bytes(text + '\0' + '\0' + text));
    std::string full = text;
    for (std::size_t at = 0; at < full.size(); at += 100) full[at] = '\0';
    CHECK_FALSE(has_few_zero_bytes(full));
    CHECK_FALSE(has_few_zero_bytes(std::string_view("a\0b", 3)));
}

TEST_CASE("what is left out is told") {
    CHECK(count_zero_bytes(std::string_view("a\0b\0", 4)) == 2);
    CHECK(zero_byte_warning(0).empty());
    CHECK(zero_byte_warning(1) == "1 zero byte is left out");
    CHECK(zero_byte_warning(2) == "2 zero bytes are left out");
}
