#include "bench/query_sample.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "bench/article_generator.hpp"
#include "searcher/search.hpp"
#include "tests/catch.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

std::vector<Article> generated(std::size_t count) {
    ArticleGenerator generator(3);
    std::vector<Article> articles;
    while (articles.size() < count) articles.push_back(generator.next());
    return articles;
}

std::uint64_t found(const Index& index, const std::string& query) {
    SearchOptions options;
    options.lists_hits = false;
    return search(index, parse_query(query), options).article_total;
}

}  // namespace

TEST_CASE("queries are drawn from the archive, the same for the same seed") {
    const SampleIndex sample(generated(300), 2);
    const Index index = sample.open();
    const std::vector<TimedQuery> queries = sample_queries(index, 6, 1);
    CHECK(sample_queries(index, 6, 1) == queries);
    CHECK(sample_queries(index, 6, 2) != queries);
    std::map<std::string, std::size_t> groups;
    std::set<std::string> texts;
    for (const TimedQuery& query : queries) {
        INFO(query.group << ": " << query.text);
        ++groups[query.group];
        CHECK(texts.insert(query.text).second);
        CHECK(query.line == texts.size());
        CHECK((query.group == "date1" || found(index, query.text) > 0));
    }
    CHECK(groups == std::map<std::string, std::size_t>{{"and2", 3},
                                                       {"and3", 3},
                                                       {"date1", 6},
                                                       {"long", 6},
                                                       {"or2", 3},
                                                       {"or3", 3},
                                                       {"phrase2", 6},
                                                       {"term1", 6}});
}

TEST_CASE("of few articles there are fewer queries, of none there are none") {
    const SampleIndex one({article("a", "Storm over the coast", "The storm closed the port.")});
    const std::vector<TimedQuery> queries = sample_queries(one.open(), 50, 1);
    CHECK(!queries.empty());
    CHECK(queries.size() < 8 * 50);
    CHECK(std::ranges::none_of(queries,
                               [](const TimedQuery& query) { return query.group == "date1"; }));
    const SampleIndex buried({article("a", "Storm", "The storm.")});
    buried.bury({"a"});
    CHECK(sample_queries(buried.open(), 50, 1).empty());
}
