#include "searcher/loaded_texts.hpp"

#include <filesystem>

#include "corpus/error.hpp"
#include "searcher/matched_index.hpp"
#include "tests/catch.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

TEST_CASE("loaded texts are those of the segment, of articles that were not loaded too") {
    std::vector<Article> articles;
    for (int i = 0; i < 40; ++i) {
        std::string body;
        for (int sentence = 0; sentence < 3 * i; ++sentence)
            body += "Sentence number " + std::to_string(sentence) +
                    " of a story that goes on and on until its end comes. ";
        articles.push_back(article("a" + std::to_string(i), "Story " + std::to_string(i), body));
    }
    const SampleIndex sample(articles);
    const Index index = sample.open();
    const MatchedIndex matched(index, parse_query("story"), {});
    const SegmentScope& scope = matched.scopes().front();
    const TextFile& file = scope.segment.texts().text();
    for (const std::vector<std::uint32_t>& numbers :
         {std::vector<std::uint32_t>{}, {39, 0, 17, 18, 5}, {1}}) {
        const LoadedTexts loaded(scope, numbers);
        for (DocId docid = 1; docid <= file.passage_count(); ++docid) {
            const CodedPassage expected = file.words_of(docid);
            const CodedPassage found = loaded.words_of(docid);
            REQUIRE(found.text == expected.text);
            REQUIRE(found.headline == expected.headline);
            REQUIRE(found.break_code == expected.break_code);
        }
        CHECK_THROWS_AS(loaded.words_of(0), Error);
        CHECK_THROWS_AS(loaded.words_of(file.passage_count() + 1), Error);
    }
}

TEST_CASE("texts of an open index are read though its files are gone") {
    const SampleIndex sample(
        {article("a", "Ash", "Ash came down."), article("b", "Lava", "Lava.")});
    const Index index = sample.open();
    const MatchedIndex matched(index, parse_query("ash"), {});
    const SegmentScope& scope = matched.scopes().front();
    std::filesystem::remove_all(sample.folder());
    const std::vector<std::uint32_t> numbers{0, 1};
    CHECK(LoadedTexts(scope, numbers).words_of(2).text ==
          scope.segment.texts().text().words_of(2).text);
}
