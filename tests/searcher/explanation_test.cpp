#include "searcher/explanation.hpp"

#include <nlohmann/json.hpp>

#include "tests/catch.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

std::vector<Article> archive() {
    return {article("a", "", "NATO trains soldiers in Iraq."),
            article("b", "", "NATO met. Iraq was far away from all that was said of NATO there."),
            article("c", "", "Iraq voted.")};
}

}  // namespace

TEST_CASE("each node tells for how many articles it holds") {
    const SampleIndex sample(archive(), 2);
    const Index index = sample.open();
    const Query query = parse_query("nato (iraq OR zebra) NOT voted");
    const MatchedIndex matched(index, query, {});
    const Explanation explanation = explain(matched, query);
    CHECK(explanation.query == "nato (iraq OR zebra) AND NOT voted");
    std::vector<std::pair<std::string, std::uint64_t>> nodes;
    for (const ExplainedNode& node : explanation.nodes) nodes.emplace_back(node.text, node.units);
    CHECK(nodes == std::vector<std::pair<std::string, std::uint64_t>>{
                       {"nato (iraq OR zebra) AND NOT voted", 2},
                       {"nato (iraq OR zebra)", 3},
                       {"nato", 2},
                       {"iraq OR zebra", 3},
                       {"iraq", 3},
                       {"zebra", 0},
                       {"NOT voted", 2},
                       {"voted", 1}});
    CHECK(explanation.nodes[1].depth == 1);
    CHECK(explanation.nodes[2].role == "wanted");
}

TEST_CASE("what is looked for in texts tells what proposes and what decides it") {
    const SampleIndex sample(archive());
    const Index index = sample.open();
    const Query query = parse_query("nato w/4 iraq \"in iraq\" train* -voted");
    const MatchedIndex matched(index, query, {});
    const Explanation explanation = explain(matched, query);
    REQUIRE(explanation.leaves.size() == 4);
    CHECK(explanation.leaves[0].decided_by == "words of the article");
    CHECK(explanation.leaves[0].candidates == 2);
    CHECK(explanation.leaves[0].articles == 2);
    CHECK(explanation.leaves[1].decided_by == "words side by side");
    CHECK(explanation.leaves[1].articles == 1);
    REQUIRE(explanation.leaves[2].terms.size() == 1);
    CHECK(explanation.leaves[2].terms[0].term == "train");
    CHECK(explanation.leaves[2].terms[0].passages == 1);
    CHECK(explanation.leaves[3].weight == 0);
}

TEST_CASE("an explanation is printed as text and as one object") {
    const SampleIndex sample(archive());
    const Index index = sample.open();
    const Query query = parse_query("(nato AND iraq) w/4 trains");
    const MatchedIndex matched(index, query, {});
    const Explanation explanation = explain(matched, query);
    const std::string text = render_explanation_text(explanation, 80);
    CHECK(text.find("asked as\n  nato w/4 trains AND iraq w/4 trains\n") != std::string::npos);
    CHECK(text.find("all of: nato w/4 trains\n") != std::string::npos);
    const std::string line = render_explanation_jsonl(explanation);
    CHECK(line.find('\n') == line.size() - 1);
    const auto object = nlohmann::json::parse(line);
    CHECK(object["nodes"][0]["articles"] == 1);
    CHECK(object["leaves"].size() == 2);
}

TEST_CASE("an explanation keeps to its width, and shows fields and acronyms as they are typed") {
    const SampleIndex sample(archive());
    const Index index = sample.open();
    const Query query = parse_query("headline:nato US (a OR b OR c OR d OR e OR f OR \"g h i\")");
    const MatchedIndex matched(index, query, {});
    const std::string text = render_explanation_text(explain(matched, query), 50);
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = text.find('\n', begin);
        INFO(text.substr(begin, end - begin));
        CHECK(end - begin <= 50);
        begin = end + 1;
    }
    CHECK(text.find("\n  headline:nato\n") != std::string::npos);
    CHECK(text.find("terms       US, the acronym") != std::string::npos);
}
