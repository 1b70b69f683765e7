#include "searcher/hits.hpp"

#include "tests/catch.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

std::string filling() {
    std::string text;
    for (int i = 0; i < 30; ++i) text += "calm winds blew ";
    return text;
}

ArticleHit first_hit(const Index& index, const std::string& query, std::uint32_t passages_each) {
    return search(index, parse_query(query), {.limit = 1, .passages_each = passages_each})
        .hits.at(0);
}

std::vector<std::string> marked(const PassageHit& hit) {
    std::vector<std::string> parts;
    for (const TextRange& range : hit.matches) parts.emplace_back(range.in(hit.text));
    return parts;
}

using Parts = std::vector<std::string>;

}  // namespace

TEST_CASE("a phrase over a border is marked on both of its sides") {
    const SampleIndex sample({article("a", "", filling() + "war on.\n\nTerror was " + filling())});
    const Index index = sample.open();
    const ArticleHit hit = first_hit(index, "\"war on terror\" terror", 5);
    REQUIRE(hit.passages.size() == 2);
    CHECK(hit.passages[0].number == 1);
    CHECK(marked(hit.passages[0]) == Parts{"war on"});
    CHECK(marked(hit.passages[1]) == Parts{"Terror"});
}

TEST_CASE("passages that are not shown are counted; one matched by the headline alone is not") {
    const std::string body = filling() + ".\n\nA storm. " + filling() + ".\n\nStorms. " +
                             filling() + ".\n\nA storm and a quake. " + filling();
    const SampleIndex sample({article("a", "Storm", body)});
    const Index index = sample.open();
    const ArticleHit one = first_hit(index, "storm quake", 1);
    REQUIRE(one.passages.size() == 1);
    CHECK(marked(one.passages[0]) == Parts{"storm", "quake"});
    CHECK(one.more_passages == 2);
    const ArticleHit all = first_hit(index, "storm quake", 9);
    CHECK(all.passages.size() == 3);
    CHECK(all.more_passages == 0);
    const ArticleHit none = first_hit(index, "storm quake", 0);
    CHECK(none.passages.empty());
    CHECK(none.more_passages == 3);
}

TEST_CASE("a hit is marked in the field that was asked for") {
    const SampleIndex sample({article("a", "Storm", "A storm and a quake.")});
    const Index index = sample.open();
    const ArticleHit hit = first_hit(index, "headline:storm quake", 2);
    REQUIRE(hit.passages.size() == 1);
    CHECK(marked(hit.passages[0]) == Parts{"quake"});
    CHECK(hit.headline_matches == std::vector<TextRange>{{0, 5}});
    CHECK(first_hit(index, "body:storm", 2).headline_matches.empty());
}

TEST_CASE("a hit brings sentence ends and its place in the body") {
    const std::string body = filling() + ".\n\nA storm came. It went.";
    const SampleIndex sample({article("a", "", body)});
    const Index index = sample.open();
    const ArticleHit hit = first_hit(index, "storm", 2);
    REQUIRE(hit.passages.size() == 1);
    CHECK(hit.passages[0].range.in(body) == hit.passages[0].text);
    CHECK_FALSE(hit.passages[0].breaks.empty());
}

TEST_CASE("a hit that goes on into the next passage is shown with it") {
    const SampleIndex sample({article("a", "", filling() + "war on.\n\nTerror was " + filling())});
    const Index index = sample.open();
    const ArticleHit hit = first_hit(index, "\"war on terror\"", 1);
    REQUIRE(hit.passages.size() == 2);
    CHECK(marked(hit.passages[0]) == Parts{"war on"});
    CHECK(marked(hit.passages[1]) == Parts{"Terror"});
    CHECK(hit.more_passages == 0);
}
