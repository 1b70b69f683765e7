#include "searcher/telling_terms.hpp"

#include <cmath>

#include "searcher/matched_index.hpp"
#include "tests/catch.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

SampleIndex weather_and_volcanoes() {
    std::vector<Article> articles{article("v1", "", "The volcano threw ash."),
                                  article("v2", "", "A volcano again.")};
    for (int i = 0; i < 40; ++i)
        articles.push_back(
            article("w" + std::to_string(i), "", "Weather and sport " + std::to_string(i)));
    return SampleIndex(articles);
}

std::vector<std::string> names(const std::vector<TellingTerm>& terms) {
    std::vector<std::string> names;
    for (const TellingTerm& term : terms) names.push_back(term.term);
    return names;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("of what is said most, the rarest words are the most telling, and nothing common is") {
    const SampleIndex sample = weather_and_volcanoes();
    const Index index = sample.open();
    const SaidTerms said{{"ash", {1, 0}}, {"volcano", {1, 0}}, {"weather", {9, 0}}};
    const auto terms = most_telling(index, archive_size(index), said, 10);
    CHECK(names(terms) == Names{"ash", "volcano"});
    CHECK(std::abs(terms[0].weight + terms[1].weight - 1) < 1e-12);
    CHECK(names(most_telling(index, archive_size(index), said, 1)) == Names{"ash"});
    const SaidTerms often{{"ash", {1, 0}}, {"volcano", {2, 0}}};
    CHECK(names(most_telling(index, archive_size(index), often, 1)) == Names{"volcano"});
    CHECK(most_telling(index, archive_size(index), {}, 10).empty());
}

TEST_CASE("a word that no other passage holds tells nothing") {
    const SampleIndex sample = weather_and_volcanoes();
    const Index index = sample.open();
    const SaidTerms said{{"ash", {1, 1}}, {"volcano", {1, 1}}};
    CHECK(names(most_telling(index, archive_size(index), said, 10)) == Names{"volcano"});
    sample.bury({"v2"});
    const Index without = sample.open();
    CHECK(most_telling(without, archive_size(without), said, 10).empty());
}
