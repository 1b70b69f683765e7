#include "searcher/unspaced_words.hpp"

#include "tests/catch.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

Article in(const std::string& language, Article article) {
    article.language = language;
    return article;
}

std::vector<Article> news() {
    return {in("zh", article("a", "北约暂停训练", "北约发言人说,训练任务暂停。北京市政府关注。")),
            in("zh", article("b", "北京举行会议", "会议在市政府举行。NATO 也派代表参加。")),
            in("ja", article("c", "東京で会議", "東京都は会議を開いた。")),
            in("en", article("d", "NATO pauses", "The north (北京) remains calm."))};
}

std::vector<VocabularyWord> words(const Vocabulary& vocabulary) { return vocabulary.words; }

}  // namespace

TEST_CASE("words of scripts without blanks are told from others") {
    Analyzer analyzer("");
    for (const char* const word : {"北", "北京", "東京", "한국", "กรุ"})
        CHECK(is_unspaced(word, analyzer));
    for (const char* const word : {"", "nato", "2020", "été", "нато", "الناتو", "U.S."})
        CHECK_FALSE(is_unspaced(word, analyzer));
}

TEST_CASE("any two neighbouring characters are a word of the vocabulary") {
    for (const std::size_t segments : {1, 3}) {
        const SampleIndex sample(news(), segments);
        const Index index = sample.open();
        CHECK(words(words_with_prefix(index, "北", 0)) ==
              std::vector<VocabularyWord>{{"北京", 3, 2}, {"北约", 1, 1}});
        CHECK(words(words_with_prefix(index, "京", 0)) ==
              std::vector<VocabularyWord>{
                  {"京市", 1, 1}, {"京都", 1, 1}, {"京で", 1, 0}, {"京举", 1, 0}});
        CHECK(words(words_with_prefix(index, "会议", 0)) ==
              std::vector<VocabularyWord>{{"会议", 1, 1}});
        CHECK(words(words_with_prefix(index, "na", 0)) ==
              std::vector<VocabularyWord>{{"nato", 2, 1}});
        CHECK(words_with_prefix(index, "北京市", 0).words.empty());
    }
}

TEST_CASE("buried articles are not counted") {
    const SampleIndex sample(news());
    sample.bury({"a", "d"});
    CHECK(words(words_with_prefix(sample.open(), "北", 0)) ==
          std::vector<VocabularyWord>{{"北京", 1, 0}});
}
