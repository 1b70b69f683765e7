#include "searcher/article_words.hpp"

#include <algorithm>
#include <cmath>

#include "searcher/matched_index.hpp"
#include "searcher/score_constants.hpp"
#include "tests/catch.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

std::vector<Article> archive() {
    std::vector<Article> articles{
        article("asked", "Volcano", "Ash fell. The US said flights will stop."),
        article("v", "Volcano", "Ash and flights, and a dam.")};
    for (int i = 0; i < 30; ++i)
        articles.push_back(
            article("w" + std::to_string(i), "", "Weather and sport " + std::to_string(i)));
    return articles;
}

std::vector<ArticleWord> words_of(const Index& index, const std::string& id,
                                  std::uint32_t passage = 0) {
    Analyzers analyzers;
    return telling_words(index, archive_size(index), analyzers, index.find_article(id).value(),
                         passage);
}

std::vector<std::string> written(const std::vector<ArticleWord>& words) {
    std::vector<std::string> written;
    for (const ArticleWord& word : words) written.push_back(word.written);
    return written;
}

}  // namespace

TEST_CASE("an article's telling words are those that others share, as written, headline first") {
    const SampleIndex sample(archive());
    const Index index = sample.open();
    const std::vector<ArticleWord> words = words_of(index, "asked");
    CHECK(written(words) == std::vector<std::string>{"Volcano", "Ash", "flights"});
    CHECK(words.back().term.term == "flight");
    double sum = 0;
    for (const ArticleWord& word : words) sum += word.term.weight;
    CHECK(std::abs(sum - 1) < 1e-9);
    // Of the passage alone.
    CHECK(written(words_of(index, "asked", 1)) == std::vector<std::string>{"Ash", "flights"});
}

TEST_CASE("there are only so many telling words, and none where all stand everywhere") {
    std::string body;
    for (int i = 0; i < 200; ++i) body += "word" + std::to_string(i) + " ";
    std::vector<Article> articles = archive();
    articles.push_back(article("long", "", body));
    articles.push_back(article("longer", "", body + "more"));
    const SampleIndex sample(articles);
    const Index index = sample.open();
    CHECK(words_of(index, "long").size() == scoring::related_words);
    CHECK(words_of(index, "w1").empty());
}

TEST_CASE("the telling words are the same however the index is cut") {
    const SampleIndex whole(archive());
    const SampleIndex cut(archive(), 3);
    CHECK(written(words_of(whole.open(), "asked")) == written(words_of(cut.open(), "asked")));
}

TEST_CASE("a Chinese article has telling words too") {
    std::vector<Article> articles = archive();
    for (const char* const id : {"zh1", "zh2"}) {
        articles.push_back(article(id, "", "火山爆发后，航班取消。"));
        articles.back().body += id;
        articles.back().language = "zh";
    }
    const SampleIndex sample(articles);
    CHECK_FALSE(words_of(sample.open(), "zh1").empty());
}
