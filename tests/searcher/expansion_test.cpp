#include "searcher/expansion.hpp"

#include "corpus/error.hpp"
#include "searcher/query_in_text.hpp"
#include "tests/catch.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

std::vector<std::string> forms_of(const Index& index, const std::string& word) {
    Analyzers analyzers;
    const Query query = parse_query(word);
    Plan plan = make_plan(query, index.languages(), analyzers);
    expand(plan, index.segments());
    return plan.leaves.at(0).words.at(0).tokens.at(0).expansion->forms;
}

using Forms = std::vector<std::string>;

}  // namespace

TEST_CASE("a star fits any characters, a question mark one") {
    CHECK(fits_pattern("word", "w*"));
    CHECK(fits_pattern("word", "*d"));
    CHECK(fits_pattern("word", "w?rd"));
    CHECK(fits_pattern("wörd", "w?rd"));
    CHECK(fits_pattern("abcabd", "*ab?"));
    CHECK(fits_pattern("", "*"));
    CHECK_FALSE(fits_pattern("word", "w?d"));
    CHECK_FALSE(fits_pattern("word", "wor"));
    CHECK_FALSE(fits_pattern("wor", "word*"));
    CHECK(fits_pattern(std::string(5000, 'a'), "*a*a*a*a*a"));
    CHECK_FALSE(fits_pattern(std::string(5000, 'a'), "*a*a*a*a*b"));
}

TEST_CASE("edits are insertions, deletions, replacements and exchanges") {
    CHECK(is_within_edits(U"baghdad", U"baghdad", 0));
    CHECK(is_within_edits(U"baghdad", U"bagdad", 1));
    CHECK(is_within_edits(U"baghdad", U"bahgdad", 1));
    CHECK(is_within_edits(U"baghdad", U"baghdat", 1));
    CHECK(is_within_edits(U"baghdad", U"baghdads", 1));
    CHECK_FALSE(is_within_edits(U"baghdad", U"bagdat", 1));
    CHECK(is_within_edits(U"baghdad", U"bagdat", 2));
    CHECK_FALSE(is_within_edits(U"", U"abc", 2));
}

TEST_CASE("a pattern stands for the forms of the archive, in all segments") {
    const SampleIndex sample({article("a", "Trains", "He trained the trainer's train."),
                              article("b", "", "Training in Train\u00e9ville rain.")},
                             2);
    const Index index = sample.open();
    CHECK(forms_of(index, "train*") ==
          Forms{"train", "trained", "trainer's", "traineville", "training", "trains"});
    CHECK(forms_of(index, "?rain") == Forms{"train"});
    CHECK(forms_of(index, "*rainer") == Forms{"trainer's"});
    CHECK(forms_of(index, "trian~") == Forms{"train"});
    CHECK(forms_of(index, "TRAINE*") == Forms{"trained", "trainer's", "traineville"});
}

TEST_CASE("too many patterns are refused") {
    const SampleIndex sample({article("a", "", "a")});
    const Index index = sample.open();
    std::string query;
    for (std::size_t i = 0; i <= max_expansions; ++i) query += "w" + std::to_string(i) + "* ";
    Analyzers analyzers;
    const Query parsed = parse_query(query);
    Plan plan = make_plan(parsed, {"en"}, analyzers);
    CHECK_THROWS_AS(expand(plan, index.segments()), Error);
}
