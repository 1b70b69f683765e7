#include "indexer/frequencies_tee.hpp"

#include "corpus/frequencies_file.hpp"
#include "tests/catch.hpp"
#include "tests/indexer/built_segment.hpp"

using namespace dateline;

namespace {

std::vector<Article> storms(int count) {
    std::vector<Article> articles;
    for (int i = 0; i < count; ++i) {
        Article& article = articles.emplace_back();
        article.id = "a" + std::to_string(i);
        article.language = "en";
        article.headline = i % 2 == 0 ? "Storm in the US" : "Calm";
        article.body = "The storms of day " + std::to_string(i) + ".";
    }
    return articles;
}

}  // namespace

TEST_CASE("frequencies are of stems and acronyms, in headline or body, of frequent ones alone") {
    const test::TemporaryFolder folder;
    test::build_segment(folder / "segment", storms(150));
    const FrequenciesFile file(folder / "segment" / "frequencies");
    for (std::uint32_t number = 0; number < file.term_count(); ++number) {
        const char first = file.term(number).front();
        CHECK((first < 'A' || first > 'Z' || first == 'U'));
    }
    REQUIRE(file.find("storm"));
    CHECK(file.find("storm")->article_count() == 150);
    // One in the body; in every other article two more for the headline.
    CHECK(file.find("storm")->occurrences() == 75 * 3 + 75);
    REQUIRE(file.find("calm"));
    CHECK(file.find("calm")->article_count() == 75);
    CHECK_FALSE(file.find("77"));
    CHECK_FALSE(file.find("Sstorm"));
}

TEST_CASE("a segment has no frequencies where they are not wanted") {
    const test::TemporaryFolder folder;
    write_segment(folder / "segment", test::analyzed(storms(150)),
                  {WriterKind::automatic, "", false}, [](std::uint64_t) {});
    CHECK(FrequenciesFile(folder / "segment" / "frequencies").term_count() == 0);
    test::build_segment(folder / "whole", storms(150));
    CHECK(test::differing_files(folder / "whole", folder / "segment") ==
          std::vector<std::string>{"forms", "frequencies", "pairs"});
}
