#include "searcher/vocabulary.hpp"

#include <map>
#include <set>

#include "corpus/analyzer.hpp"
#include "tests/catch.hpp"
#include "tests/searcher/made_news.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

// Articles and passages of each word, by reading all of them.
std::map<std::string, VocabularyWord> counted(const Index& index) {
    Analyzers analyzers;
    std::map<std::string, VocabularyWord> words;
    const auto words_in = [&](std::string_view text, std::string_view language) {
        std::set<std::string> found;
        for (const Token& token : analyzers.in(language).analyze(text))
            found.insert(token.word->acronym.empty() ? std::string(token.word->folded) : "US");
        return found;
    };
    for (std::uint32_t number = 0; number < index.segments().size(); ++number) {
        const Segment& segment = index.segments()[number];
        for (const std::uint32_t article :
             segment.articles_between(0, segment.articles().article_count())) {
            const std::string& language =
                segment.articles().languages()[segment.articles().language(article)];
            const DocId first = segment.articles().first_docid(article);
            std::set<std::string> all = words_in(segment.texts().headline(first), language);
            for (DocId docid = first; docid < segment.articles().end_docid(article); ++docid)
                for (const std::string& word :
                     words_in(segment.texts().passage(docid).text, language)) {
                    ++words[word].passages;
                    all.insert(word);
                }
            for (const std::string& word : all) ++words[word].articles;
        }
    }
    return words;
}

std::vector<std::string> terms_of(const Vocabulary& vocabulary) {
    std::vector<std::string> terms;
    for (const VocabularyWord& word : vocabulary.words) terms.push_back(word.term);
    return terms;
}

}  // namespace

TEST_CASE("the vocabulary counts the articles and passages that hold a word") {
    for (const std::size_t buried : {0, 20}) {
        const std::vector<Article> news = made_news(19, 80);
        const SampleIndex sample(news, 3);
        std::vector<std::string> ids;
        for (std::size_t i = 0; i < buried; ++i) ids.push_back(news[i].id);
        sample.bury(ids);
        const Index index = sample.open();
        auto expected = counted(index);
        const Vocabulary vocabulary = words_with_prefix(index, "", 0);
        CHECK(vocabulary.words.size() == expected.size());
        for (const VocabularyWord& word : vocabulary.words) {
            INFO(word.term);
            CHECK(word.articles == expected[word.term].articles);
            CHECK(word.passages == expected[word.term].passages);
        }
    }
}

TEST_CASE("words begin as asked, in any case and with any accents, the most frequent first") {
    const SampleIndex sample({article("a", "Train", "Trains and a TRAIN. The élite."),
                              article("b", "Talks", "A train and the elite of Träume."),
                              article("c", "US talks", "us")});
    const Index index = sample.open();
    CHECK(terms_of(words_with_prefix(index, "TRÁ", 0)) ==
          std::vector<std::string>{"train", "trains", "traume"});
    CHECK(words_with_prefix(index, "train", 1).words ==
          std::vector<VocabularyWord>{{"train", 2, 2}});
    CHECK(words_with_prefix(index, "train", 1).more_words == 1);
    CHECK(words_with_prefix(index, "élit", 0).words ==
          std::vector<VocabularyWord>{{"elite", 2, 2}});
    CHECK(words_with_prefix(index, "us", 0).words ==
          std::vector<VocabularyWord>{{"us", 1, 1}, {"US", 1, 0}});
    CHECK(words_with_prefix(index, "xyzzy", 0).words.empty());
}

TEST_CASE("forms of one word with different stems are one word, exactly counted") {
    std::vector<Article> news{article("a", "", "Esta casa está allí."),
                              article("b", "", "Está bien."), article("c", "Esta", "Nada."),
                              article("d", "", "Este esta.")};
    for (Article& each : news) each.language = "es";
    const SampleIndex sample(news);
    const Vocabulary vocabulary = words_with_prefix(sample.open(), "esta", 0);
    CHECK(vocabulary.words == std::vector<VocabularyWord>{{"esta", 4, 3}});
}
