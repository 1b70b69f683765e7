#include "corpus/text_boundaries.hpp"

#include "tests/catch.hpp"

#include <string>

using namespace dateline;

using Offsets = std::vector<std::uint32_t>;

TEST_CASE("boundaries are byte offsets, and the last is the end of the text") {
    BoundaryFinder words(BoundaryKind::word, "en");
    CHECK(words.boundaries("é b") == Offsets{2, 3, 4});
    CHECK(words.boundaries("").empty());
    CHECK(words.boundaries("next") == Offsets{4});
}

TEST_CASE("a letter and its marks are one character") {
    BoundaryFinder characters(BoundaryKind::character, "");
    CHECK(characters.boundaries("e\u0301x") == Offsets{3, 4});
    CHECK(characters.boundaries("👩‍👧b") == Offsets{11, 12});
}

TEST_CASE("sentences end where the script's own marks stand") {
    BoundaryFinder sentences(BoundaryKind::sentence, "zh");
    CHECK(sentences.boundaries("今天下雨。河水上涨。") == Offsets{15, 30});
}

TEST_CASE("an unknown language has the common rules") {
    BoundaryFinder words(BoundaryKind::word, "xx");
    CHECK(words.boundaries("a b") == Offsets{1, 2, 3});
}
