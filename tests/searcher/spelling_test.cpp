#include "searcher/spelling.hpp"

#include "tests/catch.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

TEST_CASE("a word that no article has is told what it was meant to be") {
    const SampleIndex sample(
        {article("a", "Talks in Baghdad", "Baghdad and Stoltenberg, Stoltenberg said. Brexit."),
         article("b", "", "Iraq's training in Iraq, training; Iran, Iran, Iran. Brexit")},
        2);
    const Index index = sample.open();
    const auto suggested = [&](const char* word) {
        return suggested_spelling(word, index.segments());
    };
    CHECK(suggested("bagdad") == "Baghdad");
    CHECK(suggested("BAHGDAD") == "Baghdad");
    CHECK(suggested("stoltenbrg") == "Stoltenberg");
    CHECK(suggested("stolenberg") == "Stoltenberg");
    CHECK(suggested("xbaghdad") == "Baghdad");
    CHECK(suggested("trianing") == "training");
    CHECK(suggested("irak") == "Iran");
    CHECK(suggested("brexitt") == "Brexit");
    CHECK(suggested("talkss").empty());  // once is no proof
    CHECK(suggested("zebra").empty());
    CHECK(suggested("ir").empty());
    CHECK(suggested("").empty());
}
