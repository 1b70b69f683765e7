#include "searcher/query_repeats.hpp"

#include "searcher/matched_index.hpp"
#include "searcher/search.hpp"
#include "tests/catch.hpp"
#include "tests/searcher/query_texts.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

std::string text(const char* query) { return to_string(without_repeats(parse_query(query))); }

}  // namespace

TEST_CASE("what is said twice in one place is said once, at its first place") {
    CHECK(text("a b a c b") == "a b c");
    CHECK(text("a OR b OR a") == "a OR b");
    CHECK(text("a AND \"b c\" AND a") == "a AND \"b c\"");
    CHECK(text("a a") == "a");
    CHECK(text("-a -a") == "NOT a");
    CHECK(text("(a OR a) w/5 (b b)") == "a w/5 b");
    CHECK(text("NOT (date:2019 OR date:2019)") == "NOT date:2019-01-01..2019-12-31");
    CHECK(text("x (a a) y") == text("x +a y"));
}

TEST_CASE("the heaviest stays") {
    CHECK(text("a^2 b a^3 a") == "a^3 b");
    CHECK(text("a a^0.5") == "a");
}

TEST_CASE("what differs stays") {
    for (const char* query : {"a +a -a", "a headline:a", "a =a", "a w/5 a", "\"a b\" \"a b\"~1",
                              "a* a~1", "(a b) (b a)"})
        CHECK(text(query) == to_string(parse_query(query)));
}

TEST_CASE("it finds and ranks the same") {
    const SampleIndex sample({article("a", "storm", "Ships at sea, a harbour."),
                              article("b", "", "Storm and storm at sea."),
                              article("c", "", "Harbour, harbour.")});
    const Index index = sample.open();
    for (const char* query : {"storm sea storm", "sea^2 sea storm", "storm OR harbour OR storm",
                              "(sea OR sea) w/9 storm", "+sea -harbour -harbour sea"}) {
        const Query asked = parse_query(query);
        const SearchResult once = search(index, without_repeats(asked), {});
        const SearchResult twice = search(index, asked, {});
        INFO(query);
        REQUIRE(once.hits.size() == twice.hits.size());
        for (std::size_t i = 0; i < once.hits.size(); ++i) {
            CHECK(once.hits[i].article.id == twice.hits[i].article.id);
            CHECK(once.hits[i].score == twice.hits[i].score);
        }
    }
}

TEST_CASE("doing it twice changes nothing") {
    QueryTexts texts(31);
    for (int i = 0; i < 20000; ++i) {
        const std::string text = texts.any();
        if (failure_of(text)) continue;
        const Query once = without_repeats(parse_query(text));
        INFO(text);
        REQUIRE(without_repeats(once) == once);
        REQUIRE(parse_query(to_string(once)) == once);
    }
}
