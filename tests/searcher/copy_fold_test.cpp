#include "searcher/copy_fold.hpp"

#include <algorithm>
#include <map>
#include <random>

#include "searcher/search.hpp"
#include "tests/catch.hpp"
#include "tests/publish_copies.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

using Ids = std::vector<std::string>;

std::string story(std::mt19937& random) {
    const std::vector<std::string> words{"storm", "calm", "storm", "port", "ship", "quake"};
    std::string body = "The";
    for (std::size_t left = 3 + random() % 12; left > 0; --left)
        body += " " + words[random() % words.size()];
    return body + ".";
}

// Stories by id, and which of them, by id, are taken for near-duplicates.
struct Stories {
    std::vector<Article> articles;
    std::map<std::string, std::uint32_t> cluster;

    explicit Stories(unsigned seed) {
        std::mt19937 random(seed);
        for (int i = 0; i < 60; ++i) {
            articles.push_back(article("s" + std::to_string(i), "", story(random)));
            if (random() % 2 == 0) cluster[articles.back().id] = random() % 8;
        }
    }

    Copies copies(const Index& index) const {
        std::map<std::uint32_t, std::vector<SegmentArticle>> members;
        for (const auto& [id, number] : cluster) members[number].push_back(*index.find_article(id));
        Copies copies;
        for (auto& [number, places] : members)
            if (places.size() > 1) {
                std::ranges::sort(places);
                copies.clusters.push_back(places);
            }
        std::ranges::sort(copies.clusters);
        return copies;
    }
};

SearchResult folded(const Index& index, const char* query, std::uint64_t limit) {
    return search(index, parse_query(query), {.limit = limit, .fold_copies = true});
}

Ids ids_of(const SearchResult& result) {
    Ids ids;
    for (const ArticleHit& hit : result.hits) ids.push_back(hit.article.id);
    return ids;
}

}  // namespace

TEST_CASE("of each cluster the best article is listed, the others with it") {
    for (unsigned seed = 0; seed < 6; ++seed) {
        const Stories stories(seed);
        const SampleIndex sample(stories.articles, seed % 2 == 0 ? 1 : 3);
        publish_copies(sample.folder(), stories.copies(sample.open()));
        const Index index = sample.open();
        for (const char* query : {"storm", "quake port", "calm -storm"}) {
            Ids expected;
            std::map<std::string, Ids> with;  // what each listed article stands for
            std::map<std::uint32_t, std::string> first;
            const Ids all = ids_of(search(index, parse_query(query), {.limit = 0}));
            for (const std::string& id : all) {
                const auto cluster = stories.cluster.find(id);
                const bool is_listed = cluster == stories.cluster.end() ||
                                       first.try_emplace(cluster->second, id).second;
                is_listed ? expected.push_back(id) : with[first[cluster->second]].push_back(id);
            }
            const SearchResult result = folded(index, query, 0);
            REQUIRE(ids_of(result) == expected);
            CHECK(result.article_total == all.size());
            CHECK(result.folded_total == all.size() - expected.size());
            for (const ArticleHit& hit : result.hits) {
                Ids copies = with[hit.article.id];
                std::ranges::sort(copies);
                CHECK(hit.copies == copies);
            }
            for (const std::uint64_t limit : {7, 3, 1}) {
                expected.resize(std::min<std::size_t>(limit, expected.size()));
                const SearchResult few = folded(index, query, limit);
                REQUIRE(ids_of(few) == expected);
                CHECK(few.folded_total == result.folded_total);
            }
        }
    }
}

TEST_CASE("a copy that does not match is not spoken of") {
    const SampleIndex sample({article("a", "", "A storm at sea."),
                              article("b", "", "A storm at sea, again."),
                              article("c", "", "A calm at sea.")});
    const Index before = sample.open();
    std::vector<SegmentArticle> all{*before.find_article("a"), *before.find_article("b"),
                                    *before.find_article("c")};
    std::ranges::sort(all);
    publish_copies(sample.folder(), {.clusters = {all}, .aliases = {{"z", "b"}}});
    const Index index = sample.open();
    const SearchResult storm = folded(index, "storm", 0);
    REQUIRE(ids_of(storm) == Ids{"a"});
    CHECK(storm.hits[0].copies == Ids{"b"});
    CHECK(storm.hits[0].further_ids == Ids{"z"});
    CHECK(storm.folded_total == 1);
    const SearchResult calm = folded(index, "calm", 0);
    CHECK(calm.hits.at(0).copies.empty());
    CHECK(calm.folded_total == 0);

    const SearchResult unfolded = search(index, parse_query("storm"), {});
    REQUIRE(ids_of(unfolded) == Ids{"a", "b"});
    CHECK(unfolded.hits[0].copies.empty());
    CHECK(unfolded.hits[1].further_ids == Ids{"z"});
    CHECK(unfolded.folded_total == 0);
}
