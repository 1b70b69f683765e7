#include "searcher/phrase_match.hpp"

#include "tests/catch.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

// The only article of an index, and the passages (from 1) in which the phrase begins.
std::vector<DocId> passages_with(const Index& index, const std::string& phrase) {
    Analyzers analyzers;
    const Query query = parse_query(phrase);
    const Plan plan = make_plan(query, index.languages(), analyzers);
    const SegmentScope scope(index.segments().front(), plan, analyzers);
    const LanguageGroup group{&plan.leaves.at(0).words[0], {true}};
    std::vector<DocId> docids;
    for (const Posting& posting : phrase_matcher(scope, plan.leaves[0], group)->in({0}).passages)
        docids.push_back(posting.docid);
    return docids;
}

using Docids = std::vector<DocId>;

std::string filling() {
    std::string text;
    for (int i = 0; i < 30; ++i) text += "calm winds blew ";
    return text;
}

}  // namespace

TEST_CASE("a phrase is found by the forms of its words, with stop words, in order") {
    const SampleIndex sample(
        {article("a", "", "The war on terror, a War of words; wars on drugs.")});
    const Index index = sample.open();
    CHECK(passages_with(index, "\"war on terror\"") == Docids{1});
    CHECK(passages_with(index, "\"WAR OF WORDS\"") == Docids{1});
    CHECK(passages_with(index, "\"war on drugs\"").empty());
    CHECK(passages_with(index, "\"wars on drugs\"") == Docids{1});
    CHECK(passages_with(index, "\"terror on war\"").empty());
    CHECK(passages_with(index, "\"war terror\"").empty());
    CHECK(passages_with(index, "\"drugs drugs\"").empty());
}

TEST_CASE("a phrase goes on over the border of two passages and belongs to the first") {
    const SampleIndex sample({article("a", "", filling() + "storm.\n\nWarning was " + filling())});
    const Index index = sample.open();
    REQUIRE(index.passage({0, 0}, 2));
    REQUIRE(index.passage({0, 0}, 1)->text.ends_with("storm."));
    CHECK(passages_with(index, "\"storm warning was\"") == Docids{1});
    CHECK(passages_with(index, "body:\"storm warning\"") == Docids{1});
    CHECK(passages_with(index, "lead:\"storm warning\"").empty());
    CHECK(passages_with(index, "\"warning was\"") == Docids{2});
}

TEST_CASE("no phrase goes on from the headline to the body") {
    const SampleIndex sample({article("a", "Storm", "Warning came late.")});
    const Index index = sample.open();
    CHECK(passages_with(index, "\"storm warning\"").empty());
    CHECK(passages_with(index, "hlead:\"storm warning\"").empty());
}

TEST_CASE("a phrase of many words is found") {
    const std::string body = filling() + "storm " + filling();
    const SampleIndex sample({article("a", "", body)});
    const Index index = sample.open();
    CHECK_FALSE(passages_with(index, "\"" + body + "\"").empty());
    CHECK(passages_with(index, "\"" + body + " storm\"").empty());
}
