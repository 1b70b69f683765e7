#include "searcher/work_budget.hpp"

#include <string>

#include "corpus/error.hpp"
#include "searcher/matched_index.hpp"
#include "searcher/search.hpp"
#include "tests/catch.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

std::string repeated(std::string_view part, std::string_view joint, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i)
        text += (i > 0 ? std::string(joint) : "") + std::string(part);
    return text;
}

std::string numbered(std::string_view part, std::string_view joint, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i)
        text += (i > 0 ? std::string(joint) : "") + std::string(part) + std::to_string(i);
    return text;
}

// Answered or refused, and how much was read.
std::uint64_t work_of(const Index& index, const std::string& text) {
    try {
        const MatchedIndex matched(index, parse_query(text), {});
        return matched.work().spent();
    } catch (const Error& error) {
        CHECK(error.kind() == ErrorKind::usage);
        return 0;
    }
}

SampleIndex long_articles() {
    std::vector<Article> articles;
    for (int i = 0; i < 30; ++i)
        articles.push_back(article("a" + std::to_string(i), "a b c d e",
                                   repeated("a b c d e a a b a b.", "\n\n", 200)));
    return SampleIndex(articles);
}

}  // namespace

TEST_CASE("what is read is counted, and refused beyond what is allowed") {
    WorkBudget budget(0);
    budget.read_bytes(1000);
    budget.read_postings(1);
    CHECK(budget.spent() == 1032);
    CHECK_THROWS_AS(budget.read_bytes(budget.allowed()), Error);
    WorkBudget large(std::uint64_t{1} << 40);
    CHECK_NOTHROW(large.read_bytes(std::uint64_t{1} << 40));
}

TEST_CASE("what is shown is not counted") {
    const SampleIndex sample = long_articles();
    const Index index = sample.open();
    const MatchedIndex matched(index, parse_query("date:0001..2100 OR date:none"), {});
    const std::uint64_t spent = matched.work().spent();
    for (const SegmentScope& scope : matched.scopes()) scope.count_bytes(std::uint64_t{1} << 40);
    CHECK(matched.work().spent() == spent);
}

TEST_CASE("a query of more words than are answered is refused") {
    const SampleIndex sample({article("a", "", "a b c")});
    const Index index = sample.open();
    CHECK_NOTHROW(search(index, parse_query(numbered("w", " ", max_leaves)), {}));
    CHECK_THROWS_AS(search(index, parse_query(numbered("w", " ", max_leaves + 1)), {}), Error);
    CHECK_NOTHROW(search(index, parse_query(repeated("a", " ", 20'000)), {}));
}

TEST_CASE("no query of 64 KiB reads more than it may") {
    const SampleIndex sample = long_articles();
    const Index index = sample.open();
    const std::string queries[] = {
        repeated("a", " ", 32'000),
        repeated("(a OR b)", " w/5 ", 40),
        repeated("(\"a b\" OR \"b c\")", " w/5 ", 40),
        repeated("\"a b\"~5", " OR ", 5'900),
        repeated("a w/9 b", " OR ", 5'000),
        numbered("a w/", " c OR ", 1'000) + " c",
        "\"" + repeated("a", " ", 32'000) + "\"",
        "\"" + repeated("a", " ", 32'000) + "\"~10000",
        repeated("*a*b*", " ", 10'000),
        numbered("a*b", "* ", 5'000),
        repeated("NOT (a b)", " AND ", 4'000),
        repeated("(", "", 32'000),
        repeated("atleast9(a OR b)", " AND ", 3'000),
        "caps(\"" + repeated("A", " ", 30'000) + "\")",
        repeated("a*", " ", 20'000),
        repeated("atleast2(", "", 190) + "a" + repeated(")", "", 190),
        repeated("id:a*", " OR ", 7'000),
        repeated("NOT date:2019", " AND ", 3'600),
        "caps(\"" + repeated("A", " ", 500) + "\")",
        std::string(60'000, '*') + "a",
        repeated("a w/p b", " OR ", 5'000),
        repeated("the", " w/p ", 50),
        "(" + repeated("a", " OR ", 6'000) + ") w/9 (" + repeated("b", " OR ", 6'000) + ")",
    };
    for (const std::string& query : queries) {
        INFO(query.substr(0, 60));
        REQUIRE(query.size() <= 64 * 1024);
        CHECK(work_of(index, query) <= WorkBudget(0).allowed());
    }
}

TEST_CASE("what would take long before anything is read is refused when it is parsed") {
    const std::string queries[] = {
        "(" + numbered("a", " AND ", 4'000) + ") w/9 (" + numbered("b", " AND ", 4'000) + ")",
        repeated("a", "-", 30'000),
        repeated("a", ",", 30'000),
        "\"" + repeated("a", "\t", 30'000) + "\"",
        repeated("\u5317\u4eac", "", 10'000),
    };
    for (const std::string& query : queries) {
        INFO(query.substr(0, 60));
        CHECK_THROWS_AS(parse_query(query), Error);
    }
}

TEST_CASE("words that are put together with others count the more the oftener") {
    const SampleIndex sample = long_articles();
    const Index index = sample.open();
    const std::uint64_t pair = work_of(index, "a w/5 b");
    const std::uint64_t chain = work_of(index, "a w/5 b w/5 c");
    CHECK(chain > 2 * pair);
    CHECK(work_of(index, "NOT a NOT b NOT c") > work_of(index, "a OR b OR c"));
    CHECK(work_of(index, "body:a") > work_of(index, "a"));
}
