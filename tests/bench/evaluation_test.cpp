#include "bench/evaluation.hpp"

#include "tests/catch.hpp"
#include "tests/caught_error.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

const Qrels qrels = parse_qrels("1 0 a 1\n2 0 b 1\n3 0 c 1\n4 0 d 0\n", "qrels");
const std::vector<NamedRun> runs{
    {"first", parse_run("1 Q0 a 1 9 t\n2 Q0 x 1 9 t\n2 Q0 b 2 8 t\n9 Q0 a 1 9 t\n", "first")},
    {"second", parse_run("1 Q0 x 1 9 t\n2 Q0 b 1 9 t\n3 Q0 c 1 9 t\n4 Q0 d 1 9 t\n", "second")}};

EvaluationOptions only(const char* measure, bool all_topics = false) {
    return {.measures = {read_measure(measure)}, .all_topics = all_topics};
}

}  // namespace

TEST_CASE("runs are measured on the topics that the qrels and all of them have") {
    const Evaluation both = evaluate(qrels, runs, only("MRR"));
    CHECK(both.topics == std::vector<std::string>{"1", "2"});
    CHECK(both.runs == std::vector<std::string>{"first", "second"});
    CHECK(both.values[0][0] == std::vector<double>{1, 0.5});
    CHECK(both.values[1][0] == std::vector<double>{0, 1});
    CHECK(both.mean(0, 0) == 0.75);
    REQUIRE(both.comparisons.size() == 1);
    CHECK(both.comparisons[0][0].wins == 1);
    CHECK(both.comparisons[0][0].difference == -0.25);
    // A topic without relevant documents counts, as 0.
    const Evaluation alone = evaluate(qrels, std::span(runs).subspan(1), only("MRR"));
    CHECK(alone.topics == std::vector<std::string>{"1", "2", "3", "4"});
    CHECK(alone.mean(0, 0) == 0.5);
    CHECK(alone.comparisons.empty());
}

TEST_CASE("on all topics of the qrels, those without results count 0") {
    const Evaluation all = evaluate(qrels, runs, only("MRR", true));
    CHECK(all.topics.size() == 4);
    CHECK(all.mean(0, 0) == 1.5 / 4);
}

TEST_CASE("grades under the level are not relevant") {
    EvaluationOptions options = only("MRR");
    options.relevant_from = 2;
    CHECK(evaluate(qrels, runs, options).mean(0, 0) == 0);
}

TEST_CASE("runs without a common topic are an error that shows topics") {
    const std::vector<NamedRun> other{{"other", parse_run("q1 Q0 a 1 1 t\n", "other")}};
    const Error error = caught_error([&] { return evaluate(qrels, other, only("map")); });
    CHECK(error.kind() == ErrorKind::input_output);
    CHECK(says(error, "no topic of other is in the qrels"));
    CHECK(error.hint() == "the first topic of the qrels is 1, of other q1");
    CHECK(evaluate(qrels, other, only("map", true)).mean(0, 0) == 0);
}

TEST_CASE("notes name the topics that are not everywhere") {
    const std::vector<std::string> notes = topic_notes(qrels, runs, "gone");
    REQUIRE(notes.size() == 2);
    CHECK(notes[0] == "first lacks 2 topics (3, 4) of the qrels: gone");
    CHECK(notes[1] == "first has 1 topic (9) that the qrels lack: left out");
}

TEST_CASE("of very many topics the first are named") {
    CHECK(named_topics({"7"}) == "1 topic (7)");
    const std::string named = named_topics(std::vector<std::string>(200, "x"));
    CHECK(named.starts_with("200 topics (x, x, "));
    CHECK(named.ends_with("x, ...)"));
}
