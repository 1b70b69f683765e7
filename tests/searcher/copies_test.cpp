#include "searcher/copies.hpp"

#include <algorithm>

#include "corpus/error.hpp"
#include "tests/catch.hpp"
#include "tests/caught_error.hpp"
#include "tests/publish_copies.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

using Ids = std::vector<std::string>;

const Copies some_copies{.clusters = {{{0, 1}, {0, 7}, {2, 0}}, {{0, 3}, {1, 1}}},
                         .aliases = {{"b/1", "a"}, {"b/2", "c"}, {"c/1", "a"}}};

}  // namespace

TEST_CASE("each member of a cluster leads to all of them") {
    const ArticleCopies copies(some_copies);
    for (std::uint32_t number = 0; number < some_copies.clusters.size(); ++number)
        for (const SegmentArticle& member : some_copies.clusters[number]) {
            REQUIRE(copies.cluster_of(member) == number);
            CHECK(std::ranges::equal(copies.cluster(number), some_copies.clusters[number]));
        }
    CHECK_FALSE(copies.cluster_of({0, 0}));
    CHECK_FALSE(copies.cluster_of({2, 1}));
    CHECK_FALSE(ArticleCopies().cluster_of({0, 0}));
    CHECK(std::ranges::is_sorted(copies.members(), {}, &ArticleCopies::Member::article));
}

TEST_CASE("further ids lead to the kept one and back") {
    const ArticleCopies copies(some_copies);
    CHECK(copies.kept_id("b/2") == "c");
    CHECK_FALSE(copies.kept_id("a"));
    CHECK(copies.further_ids("a") == Ids{"b/1", "c/1"});
    CHECK(copies.further_ids("b/1").empty());
    CHECK(copies.one_id_each({"c/1", "b/2", "b/1", "z"}) == Ids{"b/1", "b/2", "z"});
    CHECK(copies.one_id_each({"b/1", "a"}) == Ids{"a"});
}

TEST_CASE("a query by a further id asks for its article") {
    const ArticleCopies copies(some_copies);
    const auto kept = [&](const char* query) {
        return to_string(with_kept_ids(parse_query(query), copies));
    };
    CHECK(kept("id:b/1 OR id:c") == to_string(parse_query("id:a OR id:c")));
    CHECK(kept("storm -id:b/2") == to_string(parse_query("storm -id:c")));
    CHECK(kept("id:b/*") == to_string(parse_query("id:a OR id:c OR id:b/*")));
    CHECK(kept("source:b/1 id:z*") == to_string(parse_query("source:b/1 id:z*")));
}

TEST_CASE("an article is found by each of its ids") {
    const SampleIndex sample({article("wire/1", "", "A storm."), article("wire/2", "", "Calm.")});
    publish_copies(sample.folder(), {.clusters = {}, .aliases = {{"paper/9", "wire/1"}}});
    const Index index = sample.open();
    CHECK(index.find_article("paper/9") == index.find_article("wire/1"));
    CHECK(index.find_article("wire/1").has_value());
    CHECK(index.ids_like("pap", 10) == Ids{"paper/9"});
    CHECK(index.ids_like("/9", 10) == Ids{"paper/9"});
    CHECK(index.ids_like("wire", 10) == Ids{"wire/1", "wire/2"});
    CHECK(ids_of(index, "id:paper/9") == Ids{"wire/1"});
    CHECK(ids_of(index, "id:paper*") == Ids{"wire/1"});
    CHECK(ids_of(index, "storm NOT id:paper/9").empty());
}

TEST_CASE("an index whose copies are gone or wrong is damaged") {
    const SampleIndex sample({article("1", "", "A storm."), article("2", "", "A storm.")});
    publish_copies(sample.folder(), {.clusters = {{{0, 0}, {0, 2}}}, .aliases = {}});
    const Error wrong = caught_error([&] { return sample.open(); });
    CHECK(wrong.kind() == ErrorKind::index);
    CHECK(says(wrong, "copies-1000 is damaged"));
    std::filesystem::remove(sample.folder() / "copies-1000");
    const Error gone = caught_error([&] { return sample.open(); });
    CHECK(gone.kind() == ErrorKind::index);
    CHECK(says(gone, "missing"));
}
