#include "corpus/word_set.hpp"

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("a word set holds the words of its row, in any order, and no others") {
    constexpr std::string_view row = "pear apple quince apple fig";
    constexpr WordSet<words_in_row(row)> set(row);
    static_assert(words_in_row(row) == 5);
    for (const std::string_view word : {"pear", "apple", "quince", "fig"})
        CHECK(set.contains(word));
    for (const std::string_view word : {"", "app", "apples", "zoo", "pear apple"})
        CHECK_FALSE(set.contains(word));
}
