#include "searcher/open_indexes.hpp"

#include <algorithm>

#include "corpus/error.hpp"
#include "searcher/matched_index.hpp"
#include "searcher/search.hpp"
#include "tests/catch.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

std::vector<Article> storms(int first, int end, const std::string& word) {
    std::vector<Article> articles;
    for (int i = first; i < end; ++i) {
        articles.push_back(article("a" + std::to_string(i), "Storm " + std::to_string(i),
                                   "The " + word + " of day " + std::to_string(i) +
                                       (i % 3 == 0 ? " was a storm." : " went.")));
        if (i % 4 == 0) articles.back().language = "de";
        if (i % 5 != 0) articles.back().date.raw = "2020-01-" + std::to_string(10 + i % 20);
    }
    return articles;
}

GlobalOptions several(const std::vector<std::filesystem::path>& folders) {
    GlobalOptions global;
    global.index = folders.front();
    global.further_indexes.assign(folders.begin() + 1, folders.end());
    return global;
}

}  // namespace

TEST_CASE(
    "several indexes answer as one of all their articles, the first one's where ids are equal") {
    // 40 to 59 are in both, with other texts in the second.
    std::vector<Article> all = storms(0, 60, "gale");
    const SampleIndex first(all, 2);
    const SampleIndex second(storms(40, 100, "quake"), 2);
    for (Article& further : storms(60, 100, "quake")) all.push_back(std::move(further));
    const SampleIndex together(all);
    const Index joined = open_indexes(several({first.folder(), second.folder()}));
    const Index one = together.open();
    CHECK(joined.article_count() == 100);
    const ArchiveSize a = archive_size(joined);
    const ArchiveSize b = archive_size(one);
    CHECK(a.articles == b.articles);
    CHECK(a.passages == b.passages);
    CHECK(a.text_bytes == b.text_bytes);
    CHECK(joined.languages() == one.languages());
    for (const char* const text :
         {"storm", "gale", "quake", "gale quake", "\"a storm\"", "NOT gale", "date:2020-01-15",
          "date:none", "lang:de storm", "id:a4*"}) {
        INFO(text);
        const SearchResult joint = search(joined, parse_query(text), {.limit = 0});
        const SearchResult expected = search(one, parse_query(text), {.limit = 0});
        REQUIRE(joint.hits.size() == expected.hits.size());
        CHECK(joint.article_total == expected.article_total);
        for (std::size_t i = 0; i < joint.hits.size(); ++i) {
            CHECK(joint.hits[i].article.id == expected.hits[i].article.id);
            CHECK(joint.hits[i].score == expected.hits[i].score);
        }
    }
    CHECK(joined.article(*joined.find_article("a50")).body.find("gale") != std::string::npos);
    const Index other = open_indexes(several({second.folder(), first.folder()}));
    CHECK(other.article(*other.find_article("a50")).body.find("quake") != std::string::npos);
    CHECK(joined.bytes_on_disk() == first.open().bytes_on_disk() + second.open().bytes_on_disk());
}

TEST_CASE("near-duplicates of each index are folded, without those that are hidden") {
    std::string story;
    for (int i = 0; i < 60; ++i) story += "word" + std::to_string(i) + " and ";
    const std::vector<Article> copies{article("c1", "Story", story + "one."),
                                      article("c2", "Story", story + "two."),
                                      article("c3", "Story", story + "three.")};
    const SampleIndex first(
        {article("c1", "Other", "Nothing of the kind."), article("x", "", "A.")});
    const SampleIndex second(copies);
    REQUIRE(second.open().copies().cluster_count() == 1);
    const Index joined = open_indexes(several({first.folder(), second.folder()}));
    REQUIRE(joined.copies().cluster_count() == 1);
    CHECK(joined.copies().cluster(0).size() == 2);
    const SearchResult result = search(joined, parse_query("word7"), {.fold_copies = true});
    REQUIRE(result.hits.size() == 1);
    CHECK(result.hits[0].copies.size() == 1);
}

TEST_CASE("an index of several that is missing is an error") {
    const SampleIndex first(storms(0, 3, "gale"));
    CHECK_THROWS_AS(open_indexes(several({first.folder(), first.folder() / "none"})), Error);
}
