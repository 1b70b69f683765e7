#include "searcher/sort_option.hpp"

#include "corpus/error.hpp"
#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("one or two keys are read") {
    CHECK(read_sort_keys("score") == SortKeys{SortKey::score});
    CHECK(read_sort_keys("newest,source") == SortKeys{SortKey::newest, SortKey::source});
    CHECK(read_sort_keys("source,oldest") == SortKeys{SortKey::source, SortKey::oldest});
}

TEST_CASE("other keys, and two that are one, are refused") {
    for (const char* text : {"", "date", "newest,", ",newest", "newest,oldest", "score,score",
                             "source,newest,score", "Newest"}) {
        INFO(text);
        CHECK_THROWS_AS(read_sort_keys(text), Error);
    }
}
