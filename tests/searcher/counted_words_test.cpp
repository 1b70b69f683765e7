#include "searcher/counted_words.hpp"

#include "tests/catch.hpp"

using namespace dateline;

namespace {

std::vector<bool> counted(const std::string& text) {
    Analyzers analyzers;
    const Query query = parse_query(text);
    const Plan plan = make_plan(query, {"en"}, analyzers);
    std::vector<const PlanNode*> wanted;
    for (const PlanNode& node : plan.root.children) wanted.push_back(&node);
    return counted_words(plan, wanted, 0);
}

using Counted = std::vector<bool>;

}  // namespace

TEST_CASE("what counts of words side by side: no stop words, no marks, each word once") {
    CHECK(counted("nato iraq") == Counted{true, true});
    CHECK(counted("the nato") == Counted{false, true});
    CHECK(counted("nato & iraq") == Counted{true, false, true});
    CHECK(counted("nato nato iraq") == Counted{true, false, true});
    CHECK(counted("training trained iraq") == Counted{true, false, true});
    CHECK(counted("nato headline:nato") == Counted{true, true});
    CHECK(counted("\"war on\" \"war on\" war") == Counted{true, false, true});
    CHECK(counted("source:a source:b nato") == Counted{true, true, true});
}

TEST_CASE("stop words count where nothing else is there, marks never do") {
    CHECK(counted("the of") == Counted{true, true});
    CHECK(counted("the & of the") == Counted{true, false, true, false});
    CHECK(counted("& /") == Counted{false, false});
}

TEST_CASE("wanted words only rank beside a required part that ranks, unless more are needed") {
    const auto only_rank = [](const std::string& text, WordsNeeded needed) {
        Analyzers analyzers;
        const Query query = parse_query(text);
        const Plan plan = make_plan(query, {"en"}, analyzers, needed);
        return wanted_only_rank(plan, plan.root.children);
    };
    CHECK(only_rank("+nato training", {1}));
    CHECK_FALSE(only_rank("+nato training", {2}));
    CHECK_FALSE(only_rank("date:2020 training", {1}));
    CHECK_FALSE(only_rank("nato -training", {1}));
}
