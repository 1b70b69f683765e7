#include "bench/judged_ranking.hpp"

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("a ranking is judged by docno; what is not judged keeps its rank") {
    const std::vector<RunEntry> ranking{{"b", 3}, {"unknown", 2}, {"pooled", 1}, {"a", 0}};
    const Judgments judgments{{"a", 2}, {"b", 0}, {"c", 3}, {"d", 1}, {"pooled", -1}, {"e", -2}};
    const JudgedRanking judged = judge(ranking, judgments);
    CHECK(judged.grades == std::vector<int>{0, -1, -1, 2});
    CHECK(judged.judged == std::vector<int>{3, 2, 1, 0});
    CHECK(judged.relevant_total(0) == 4);
    CHECK(judged.relevant_total(1) == 3);
    CHECK(judged.relevant_total(3) == 1);
    CHECK(judged.relevant_total(4) == 0);
}

TEST_CASE("an empty ranking can be judged") {
    const JudgedRanking judged = judge({}, {{"a", 1}});
    CHECK(judged.grades.empty());
    CHECK(judged.relevant_total(1) == 1);
}
