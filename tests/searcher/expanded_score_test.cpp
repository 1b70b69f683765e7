#include "searcher/expanded_score.hpp"

#include "searcher/matched_index.hpp"
#include "tests/catch.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

class Scores {
  public:
    explicit Scores(const SampleIndex& sample)
        : index_(sample.open()), matched_(index_, parse_query("ash"), {}) {}

    double of(const std::string& id, const std::vector<TellingTerm>& terms) const {
        ExpandedScorer scorer(matched_.scopes(), matched_.weights().archive, terms);
        return scorer.score(index_.find_article(id).value());
    }

  private:
    Index index_;
    MatchedIndex matched_;
};

}  // namespace

TEST_CASE("an article scores by the telling words that its headline and body hold") {
    const SampleIndex sample({article("both", "Ash", "Lava came down the mountain on Monday."),
                              article("often", "Ash, ash", "Ash came down on the town on Monday."),
                              article("one", "Ash", "Rain came down the mountain on Monday."),
                              article("none", "Rain", "Rain came down on the town on Monday.")});
    const Scores scores(sample);
    const std::vector<TellingTerm> terms{{"ash", 2, 0.5}, {"lava", 3, 0.5}};
    CHECK(scores.of("none", terms) == 0);
    CHECK(scores.of("one", terms) > 0);
    CHECK(scores.of("often", terms) > scores.of("one", terms));
    CHECK(scores.of("both", terms) > scores.of("one", terms));
    CHECK(scores.of("both", terms) < 1);
    CHECK(scores.of("both", {}) == 0);
}
