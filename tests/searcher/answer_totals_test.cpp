#include "searcher/answer_totals.hpp"

#include <cmath>

#include "tests/catch.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

std::vector<Article> articles() {
    std::vector<Article> made;
    for (int i = 0; i < 1200; ++i)
        made.push_back(article("a" + std::to_string(i), i % 2 == 0 ? "Sky" : "",
                               std::string(i % 3 == 0 ? "A red sky" : "A sky of red") + " on day " +
                                   std::to_string(i)));
    return made;
}

AnswerTotals totals(const Index& index, const std::string& text, std::uint64_t decided,
                    AnswerUnit unit = AnswerUnit::article) {
    const Query query = parse_query(text);
    return answer_totals(MatchedIndex(index, query, {}, unit, decided));
}

}  // namespace

TEST_CASE("totals are exact where all is decided or sure, else near enough") {
    const SampleIndex sample(articles());
    const SampleIndex parts(articles(), 3);
    const Index index = sample.open();
    const Index three = parts.open();
    const AnswerTotals exact = totals(index, "\"red sky\"", MatchedIndex::decides_all);
    CHECK(exact.are_exact);
    CHECK(exact.articles == 400);
    CHECK(exact.passages == 400);
    const AnswerTotals about = totals(index, "\"red sky\"", 0);
    CHECK_FALSE(about.are_exact);
    CHECK(std::abs(static_cast<double>(about.articles) - 400) < 120);
    CHECK(totals(three, "\"red sky\"", 0).articles == about.articles);
    // Words need no texts.
    CHECK(totals(index, "sky", 0).are_exact);
    CHECK(totals(index, "sky", 0).articles == 1200);
    CHECK(totals(index, "sky NOT headline:sky", 0).articles == 600);
    CHECK(totals(index, "\"red sky\"", 0, AnswerUnit::passage).passages == 400);
}
