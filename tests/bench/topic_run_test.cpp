#include "bench/topic_run.hpp"

#include "tests/catch.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

SampleIndex ports() {
    return SampleIndex({article("a", "Storm", "The storm reached the port."),
                        article("b", "Port", "Cranes of the port and the city."),
                        article("c", "City", "Nothing happened in the city.")});
}

std::vector<std::string> docnos(const TopicAnswer& answer) {
    std::vector<std::string> ids;
    for (std::size_t at = 0; at < answer.lines.size(); at = answer.lines.find('\n', at) + 1) {
        const std::size_t begin = answer.lines.find(" Q0 ", at) + 4;
        ids.push_back(answer.lines.substr(begin, answer.lines.find(' ', begin) - begin));
    }
    return ids;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("a topic is words, whatever stands between them") {
    const SampleIndex sample = ports();
    const Index index = sample.open();
    IdRanker ranker(index);
    const auto found = [&](const char* text) {
        const TopicAnswer answer = answer_topic({"7", text, 1}, ranker, {});
        CHECK_FALSE(answer.refusal);
        CHECK(answer.notes.empty());
        return docnos(answer);
    };
    CHECK(found("storm port") == Ids{"a", "b"});
    for (const char* text : {"storm AND port", "storm NOT port", "(storm -port", "\"port storm",
                             "storm w/0 port", "storm* +(port]", "headline:storm port^"})
        CHECK(found(text) == found("storm port"));
    CHECK(found("?! -- ()").empty());
    CHECK(found("").empty());
    CHECK(found("zebra").empty());
}

TEST_CASE("of a topic that asks for too much the first words are taken, with a note") {
    const SampleIndex sample = ports();
    const Index index = sample.open();
    IdRanker ranker(index);
    std::string text = "storm";
    for (int i = 0; i < 600; ++i) text += " w" + std::to_string(i);
    const TopicAnswer answer = answer_topic({"7", text + " port", 1}, ranker, {});
    CHECK(docnos(answer) == Ids{"a"});
    CHECK(answer.notes == Ids{"it asks for too much: the first 451 of its 602 words are taken"});
}

TEST_CASE("a topic's lines carry its id and the tag") {
    const SampleIndex sample = ports();
    const Index index = sample.open();
    IdRanker ranker(index);
    TopicRunOptions options;
    options.tag = "mine";
    options.rank.limit = 1;
    const std::string lines = answer_topic({"7", "storm", 1}, ranker, options).lines;
    CHECK(lines.starts_with("7 Q0 a 1 1."));
    CHECK(lines.ends_with(" mine\n"));
    CHECK(lines.find('\n') == lines.size() - 1);
}

TEST_CASE("with syntax a topic is a query, and may be refused") {
    const SampleIndex sample = ports();
    const Index index = sample.open();
    IdRanker ranker(index);
    TopicRunOptions options;
    options.reads_syntax = true;
    CHECK(docnos(answer_topic({"7", "port -storm", 1}, ranker, options)) == Ids{"b"});
    const TopicAnswer refused = answer_topic({"8", "port AND (storm", 1}, ranker, options);
    CHECK(refused.lines.empty());
    REQUIRE(refused.refusal);
    CHECK(refused.refusal->kind() == ErrorKind::usage);
    CHECK(refused.refusal->excerpt().find('^') != std::string::npos);
}

TEST_CASE("indexes opened for several threads are of one publication") {
    const SampleIndex sample = ports();
    GlobalOptions global;
    global.index = sample.folder();
    const std::vector<Index> indexes = open_alike(global, 3);
    REQUIRE(indexes.size() == 3);
    for (const Index& index : indexes)
        CHECK(index.manifest().number == sample.open().manifest().number);
    global.index /= "none";
    CHECK_THROWS_AS(open_alike(global, 2), Error);
}
