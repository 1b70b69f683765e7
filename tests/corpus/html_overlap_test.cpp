#include "corpus/html_overlap.hpp"

#include <string>

#include "tests/catch.hpp"

using namespace dateline;

namespace {

std::string words(int first, int last) {
    std::string text;
    for (int i = first; i < last; ++i)
        text += "word" + std::to_string(i * 7919) + (i % 9 ? " " : ".\n\n");
    return text;
}

}  // namespace

TEST_CASE("the share of a text that stands in another is estimated") {
    CHECK(share_found_in(words(0, 200), words(0, 200)) == 1);
    CHECK(share_found_in(words(0, 200), words(500, 900)) < 0.01);
    CHECK(share_found_in(words(0, 200), words(0, 100)) == Approx(0.5).margin(0.1));
    CHECK(share_found_in(words(50, 100), words(0, 200)) > 0.95);
    CHECK(share_found_in("", words(0, 9)) == 0);
    CHECK(share_found_in(words(0, 9), "") == 0);
}

TEST_CASE("white space and punctuation do not count") {
    std::string joined;
    for (const char c : words(0, 200))
        if (c != ' ' && c != '\n' && c != '.') joined += c;
    CHECK(share_found_in(words(0, 200), joined) == 1);
}
