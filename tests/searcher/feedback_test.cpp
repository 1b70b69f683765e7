#include "searcher/feedback.hpp"

#include <algorithm>
#include <cmath>

#include "searcher/matched_index.hpp"
#include "searcher/score_constants.hpp"
#include "tests/catch.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

std::vector<Article> filler(std::size_t count) {
    std::vector<Article> articles;
    for (std::size_t i = 0; i < count; ++i)
        articles.push_back(
            article("f" + std::to_string(i), "", "Weather and sport of day " + std::to_string(i)));
    return articles;
}

FeedbackPassage first_passage(const Index& index, const std::string& id, double weight) {
    const ArticlePlace place = index.find_article(id).value();
    return {place.segment, index.segments()[place.segment].articles().first_docid(place.article),
            weight};
}

std::vector<std::string> names(const std::vector<TellingTerm>& terms) {
    std::vector<std::string> names;
    for (const TellingTerm& term : terms) names.push_back(term.term);
    return names;
}

}  // namespace

TEST_CASE("feedback takes the telling words of passages, by what weighs most") {
    std::vector<Article> articles = filler(100);
    articles.push_back(article("one", "", "The volcano erupted; the volcano threw ash and lava."));
    articles.push_back(article("two", "", "Lava of the volcano. Weather."));
    const SampleIndex sample(articles);
    const Index index = sample.open();
    const std::vector<FeedbackPassage> passages{first_passage(index, "one", 1),
                                                first_passage(index, "two", 0.5)};
    const std::vector<TellingTerm> terms = feedback_terms(index, archive_size(index), passages);
    REQUIRE(terms.size() >= 4);
    for (std::size_t i = 1; i < terms.size(); ++i) CHECK(terms[i].weight <= terms[i - 1].weight);
    double sum = 0;
    for (const TellingTerm& term : terms) sum += term.weight;
    CHECK(std::abs(sum - 1) < 1e-9);
    const std::vector<std::string> all = names(terms);
    for (const char* const word : {"volcano", "lava", "ash", "erupt"})
        CHECK(std::ranges::find(all, word) != all.end());
    // Stop words, and what stands nearly everywhere, say nothing.
    for (const char* const word : {"the", "of", "and", "weather"}) {
        INFO(word);
        CHECK(std::ranges::find(all, word) == all.end());
    }
}

TEST_CASE("nothing is fed back from nothing") {
    const SampleIndex sample(filler(3));
    const Index index = sample.open();
    CHECK(feedback_terms(index, archive_size(index), {}).empty());
}

TEST_CASE("feedback is the same however the index is cut, and with dead articles") {
    std::vector<Article> articles = filler(60);
    articles.push_back(article("one", "", "The volcano erupted; ash everywhere."));
    articles.push_back(article("two", "", "Lava of the volcano."));
    const SampleIndex whole(articles);
    const SampleIndex cut(articles, 4);
    const auto terms_of = [](const Index& index) {
        const std::vector<FeedbackPassage> passages{first_passage(index, "one", 1),
                                                    first_passage(index, "two", 0.5)};
        return feedback_terms(index, archive_size(index), passages);
    };
    const std::vector<TellingTerm> expected = terms_of(whole.open());
    const std::vector<TellingTerm> terms = terms_of(cut.open());
    REQUIRE(names(terms) == names(expected));
    for (std::size_t i = 0; i < terms.size(); ++i) {
        CHECK(terms[i].idf == expected[i].idf);
        CHECK(terms[i].weight == expected[i].weight);
    }
}
