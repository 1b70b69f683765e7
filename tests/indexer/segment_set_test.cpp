#include "indexer/segment_set.hpp"

#include <algorithm>
#include <random>
#include <set>

#include "corpus/analyzer.hpp"
#include "corpus/schema.hpp"
#include "indexer/near_duplicates.hpp"
#include "tests/catch.hpp"
#include "tests/caught_error.hpp"
#include "tests/indexer/index_contents.hpp"
#include "tests/indexer/varied_articles.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;

namespace {

using Age = SegmentSet::Age;
using Clusters = std::vector<std::vector<SegmentArticle>>;
using Readers = std::vector<std::unique_ptr<StoredSegment>>;

struct TestIndex {
    test::TemporaryFolder folder{};
    Manifest manifest{};
    SegmentSettings settings{};
    Clusters clusters{};
    bool is_changed = false;

    // Publishes what `change` makes of the segments in force.
    template <typename Change>
    void run(const Change& change) {
        Publication publication(folder.path(), manifest.next_segment);
        SegmentSet segments(folder.path(), manifest, publication, settings,
                            [](std::uint64_t, std::uint64_t) {});
        change(segments);
        segments.finish();
        is_changed = segments.is_changed();
        clusters = segments.clusters(clusters);
        Manifest next = manifest;
        next.analysis = analysis_version();
        next.scoring = scoring_version;
        next.segments = segments.save();
        next.dictionary = segments.dictionary();
        publication.publish(next, "");
        manifest = *read_current_manifest(folder.path());
    }
    void add(const std::vector<Article>& articles) {
        run([&](SegmentSet& segments) {
            for (const Article& article : articles) segments.add(article);
        });
    }

    std::map<std::string, Article> contents() const { return test::index_contents(folder.path()); }

    Readers readers() const {
        Readers readers;
        for (const SegmentInfo& info : manifest.segments)
            readers.push_back(std::make_unique<StoredSegment>(
                folder / info.name, "", test::tombstones_of(folder.path(), info)));
        return readers;
    }
};

std::vector<Article> random_articles(unsigned seed, std::string_view prefix, int count) {
    std::vector<Article> articles = test::varied_articles(seed, count);
    for (std::size_t i = 0; i < articles.size(); ++i)
        articles[i].id = std::string(prefix) + std::to_string(i);
    return articles;
}

std::map<std::string, Article> by_id(const std::vector<Article>& articles) {
    std::map<std::string, Article> map;
    for (const Article& article : articles) map.emplace(article.id, article);
    return map;
}

void write(SegmentSet& segments, const std::vector<Article>& articles) {
    for (const Article& article : articles) segments.add(article);
    segments.write_batch();
}

// Ids of the clusters' members: what they are, wherever they stand.
std::set<std::set<std::string>> ids_of(const Clusters& clusters, const Readers& readers) {
    std::set<std::set<std::string>> all;
    for (const auto& cluster : clusters) {
        std::set<std::string> ids;
        for (const SegmentArticle& member : cluster) {
            REQUIRE(readers.at(member.segment)->is_wanted(member.article));
            ids.insert(readers[member.segment]->id(member.article));
        }
        REQUIRE(ids.size() >= 2);
        REQUIRE(all.insert(ids).second);
    }
    return all;
}

}  // namespace

TEST_CASE("articles added are in force, and a run that changes nothing is seen as such") {
    TestIndex index;
    const auto articles = random_articles(1, "a", 60);
    index.add(articles);
    CHECK(index.is_changed);
    CHECK(index.contents() == by_id(articles));
    index.run([](SegmentSet& segments) { CHECK_FALSE(segments.is_changed()); });
    CHECK_FALSE(index.is_changed);
}

TEST_CASE("an article that is removed gets a tombstone, and no segment is written") {
    TestIndex index;
    const auto first = random_articles(2, "a", 30);
    const auto second = random_articles(3, "b", 30);
    index.add(first);
    index.add(second);
    REQUIRE(index.manifest.segments.size() == 2);
    const auto before = index.manifest.segments;
    index.run([&](SegmentSet& segments) {
        CHECK(segments.article("b3", Age::in_force) == second[3]);
        segments.remove("b3", Age::in_force);
        for (const Age age : {Age::in_force, Age::written})
            CHECK(test::caught_error([&] { return segments.article("b3", age); }).kind() ==
                  ErrorKind::index);
        CHECK(test::caught_error([&] {
                  segments.remove("b3", Age::in_force);
                  return 0;
              }).kind() == ErrorKind::index);
    });
    CHECK(index.is_changed);
    REQUIRE(index.manifest.segments.size() == 2);
    CHECK(index.manifest.segments[0] == before[0]);
    CHECK(index.manifest.segments[1].name == before[1].name);
    CHECK_FALSE(index.manifest.segments[1].tombstones.empty());
    auto expected = by_id(first);
    expected.merge(by_id(second));
    expected.erase("b3");
    CHECK(index.contents() == expected);

    // The numbers of a segment are those of its living articles.
    const SegmentInfo& now = index.manifest.segments[1];
    CHECK(now.articles == before[1].articles - 1);
    CHECK(now.text_bytes ==
          before[1].text_bytes - second[3].headline.size() - second[3].body.size());
    CHECK(now.dated == before[1].dated - (second[3].date.known() ? 1 : 0));

    // Tombstones add up over runs.
    index.run([](SegmentSet& segments) { segments.remove("b4", Age::in_force); });
    expected.erase("b4");
    CHECK(index.contents() == expected);
    index.run([](SegmentSet&) {});
    CHECK_FALSE(index.is_changed);
    CHECK(index.contents() == expected);
}

TEST_CASE("the last article's removal leaves no segment") {
    TestIndex index;
    index.add(random_articles(3, "a", 1));
    index.run([](SegmentSet& segments) { segments.remove("a0", Age::in_force); });
    CHECK(index.is_changed);
    CHECK(index.manifest.segments.empty());
    CHECK(index.contents().empty());
}

TEST_CASE("a newer version takes the place of one that the same run wrote") {
    TestIndex index;
    const auto articles = random_articles(4, "a", 10);
    Article newer = random_articles(5, "b", 1)[0];
    newer.id = "a4";
    index.run([&](SegmentSet& segments) {
        write(segments, articles);
        CHECK(segments.article("a4", Age::written) == articles[4]);
        segments.remove("a4", Age::written);
        write(segments, {newer});
        CHECK(segments.article("a4", Age::written) == newer);
    });
    auto expected = by_id(articles);
    expected["a4"] = newer;
    CHECK(index.contents() == expected);
    CHECK(index.manifest.segments.size() == 1);
    CHECK(index.manifest.segments[0].tombstones.empty());
}

TEST_CASE("articles of the batch are given back, and dropped ones are not written") {
    TestIndex index;
    index.settings.threads = 3;
    const auto articles = random_articles(6, "a", 20);
    index.run([&](SegmentSet& segments) {
        for (std::size_t i = 0; i < articles.size(); ++i) CHECK(segments.add(articles[i]) == i);
        CHECK(segments.batch_article(7) == articles[7]);
        segments.drop(7);
        segments.drop(0);
        segments.write_batch();
        CHECK(segments.add(articles[7]) == 0);
        CHECK(segments.batch_article(0) == articles[7]);
    });
    auto expected = by_id(articles);
    expected.erase("a0");
    CHECK(index.contents() == expected);
    index.run([&](SegmentSet& segments) { segments.drop(segments.add(articles[0])); });
    CHECK_FALSE(index.is_changed);
}

TEST_CASE("a batch is full by its articles alone, whatever the threads; more memory, more later") {
    Article article = test::some_article("a", "Storm", "Wind and rain.");
    article.origin.path = std::string(1U << 20, 'p');  // is kept with the article as its text is
    const auto articles_until_full = [&](std::size_t threads, std::uint64_t memory) {
        TestIndex index;
        index.settings.threads = threads;
        index.settings.memory = memory;
        Publication publication(index.folder.path(), 1);
        SegmentSet segments(index.folder.path(), {}, publication, index.settings,
                            [](std::uint64_t, std::uint64_t) {});
        int count = 0;
        for (; !segments.is_batch_full(); ++count) segments.add(article);
        return count;
    };
    const int least = articles_until_full(1, least_memory);
    CHECK(least > 1);
    CHECK(articles_until_full(3, least_memory) == least);
    CHECK(articles_until_full(2, least_memory * 3 / 2) > least);
}

TEST_CASE("however a run is cut into batches, the index holds its articles in one segment") {
    const auto articles = random_articles(8, "a", 120);
    std::map<std::string, std::string> expected;
    for (const std::size_t size : {1000U, 50U, 13U}) {
        TestIndex index;
        index.run([&](SegmentSet& segments) {
            for (std::size_t i = 0; i < articles.size(); ++i)
                if (segments.add(articles[i]) == size) segments.write_batch();
        });
        REQUIRE(index.manifest.segments.size() == 1);
        std::map<std::string, std::string> files;
        const auto folder = index.folder / index.manifest.segments[0].name;
        for (const auto& entry : std::filesystem::directory_iterator(folder))
            files.emplace(entry.path().filename(), test::read_bytes(entry.path()));
        if (expected.empty()) expected = files;
        CHECK((files == expected));
        // The segments that were merged are gone at once.
        std::size_t segments = 0;
        for (const auto& entry : std::filesystem::directory_iterator(index.folder.path()))
            if (entry.is_directory()) ++segments;
        CHECK(segments == 1);
    }
}

TEST_CASE("however many runs, few segments stay in force") {
    TestIndex index;
    std::map<std::string, Article> expected;
    for (int run = 0; run < 20; ++run) {
        const auto articles = random_articles(static_cast<unsigned>(run), std::to_string(run) + "-",
                                              run == 0 ? 60 : 1 + run % 3);
        expected.merge(by_id(articles));
        index.add(articles);
        REQUIRE(index.manifest.segments.size() <= max_segments);
    }
    CHECK(index.contents() == expected);
}

TEST_CASE("segments are merged when there would be too many, by a run that changes something") {
    TestIndex index;
    const auto add = [&](std::size_t run) {
        index.add(random_articles(static_cast<unsigned>(run), std::to_string(run) + "-", 3));
    };
    for (std::size_t run = 0; run < max_segments; ++run) add(run);
    CHECK(index.manifest.segments.size() == max_segments);
    index.run([](SegmentSet&) {});
    CHECK_FALSE(index.is_changed);
    CHECK(index.manifest.segments.size() == max_segments);
    add(max_segments);
    CHECK(index.manifest.segments.size() < 4);
}

TEST_CASE("segments of another version of the analysis are written anew, and so when asked for") {
    TestIndex index;
    const auto articles = random_articles(10, "a", 20);
    index.add(articles);
    index.run([](SegmentSet& segments) { segments.remove("a3", Age::in_force); });
    auto expected = by_id(articles);
    expected.erase("a3");
    index.manifest.analysis = "another";
    const std::string before = index.manifest.segments.front().name;
    index.run([](SegmentSet&) {});
    CHECK(index.is_changed);
    CHECK(index.manifest.segments.front().name != before);
    CHECK(index.manifest.segments.front().tombstones.empty());
    CHECK(index.contents() == expected);

    const std::string again = index.manifest.segments.front().name;
    index.settings.reanalyse = true;
    index.run([](SegmentSet&) {});
    CHECK(index.manifest.segments.front().name != again);
    CHECK(index.contents() == expected);
}

TEST_CASE("all can be merged into one segment, without tombstones; one such is left alone") {
    TestIndex index;
    const auto articles = random_articles(11, "a", 40);
    index.add({articles.begin(), articles.begin() + 30});
    index.add({articles.begin() + 30, articles.end()});
    index.run([](SegmentSet& segments) { segments.remove("a3", Age::in_force); });
    auto expected = by_id(articles);
    expected.erase("a3");
    index.settings.merge_all = true;
    index.run([](SegmentSet&) {});
    REQUIRE(index.manifest.segments.size() == 1);
    CHECK(index.manifest.segments[0].tombstones.empty());
    CHECK(index.contents() == expected);
    index.run([](SegmentSet&) {});
    CHECK_FALSE(index.is_changed);
    index.run([](SegmentSet& segments) { segments.remove("a4", Age::in_force); });
    CHECK(index.manifest.segments[0].tombstones.empty());
    expected.erase("a4");
    CHECK(index.contents() == expected);
}

TEST_CASE("an index gets a dictionary once it has enough headers, for all of its segments") {
    TestIndex index;
    const auto few = random_articles(12, "a", 20);
    std::vector<Article> many = random_articles(13, "b", 600);
    for (Article& article : many) article.body.resize(0);
    index.add(few);
    CHECK(index.manifest.dictionary.empty());
    index.run([&](SegmentSet& segments) {
        segments.remove("a2", Age::in_force);
        for (const Article& article : many) segments.add(article);
        segments.write_batch();
        segments.remove("a3", Age::in_force);
        CHECK(segments.article("a4", Age::in_force) == few[4]);
        CHECK(segments.article("b4", Age::written) == many[4]);
    });
    const std::string dictionary = index.manifest.dictionary;
    REQUIRE(!dictionary.empty());
    auto expected = by_id(few);
    expected.merge(by_id(many));
    expected.erase("a2");
    expected.erase("a3");
    CHECK(index.contents() == expected);
    const auto more = random_articles(14, "c", 3);
    index.settings.merge_all = true;
    index.add(more);
    expected.merge(by_id(more));
    CHECK(index.manifest.dictionary == dictionary);
    CHECK(index.contents() == expected);
}

TEST_CASE("after any adds and removals the clusters are those of all articles afresh") {
    std::mt19937 random(15);
    TestIndex index;
    std::map<std::string, Article> expected;
    std::vector<std::string> texts;
    for (int i = 0; i < 12; ++i) texts.push_back(test::some_words(random, 150));
    bool had_clusters = false;
    for (int run = 0; run < 10; ++run) {
        index.settings.merge_all = run == 4;
        index.settings.reanalyse = run == 7;
        index.run([&](SegmentSet& segments) {
            for (auto left = expected.empty() ? 0 : random() % 6; left > 0; --left) {
                const auto gone = std::next(
                    expected.begin(), static_cast<std::ptrdiff_t>(random() % expected.size()));
                segments.remove(gone->first, Age::in_force);
                expected.erase(gone);
                if (expected.empty()) break;
            }
            for (auto left = random() % 12; left > 0; --left) {
                const std::string id = std::to_string(run) + '-' + std::to_string(left);
                std::string text = texts[random() % texts.size()];
                for (auto edits = random() % 4; edits > 0; --edits)
                    text += " edit" + std::to_string(random() % 50);
                Article article = test::some_article(id, "Copy", text);
                article.date = test::dated(static_cast<Day>(random() % 30));
                segments.add(article);
                expected.emplace(id, article);
                if (random() % 4 == 0) segments.write_batch();
            }
        });
        const auto readers = index.readers();
        REQUIRE(index.contents() == expected);
        TestIndex fresh;
        std::vector<Article> articles;
        for (const auto& [id, article] : expected) articles.push_back(article);
        fresh.add(articles);
        REQUIRE(ids_of(index.clusters, readers) == ids_of(fresh.clusters, fresh.readers()));
        REQUIRE(std::ranges::is_sorted(index.clusters));
        had_clusters |= !index.clusters.empty();
    }
    CHECK(had_clusters);
}

TEST_CASE("segments that cannot be written are an error, and the index stays as it was") {
    TestIndex index;
    const auto articles = random_articles(16, "a", 30);
    index.add(articles);
    const auto more = random_articles(17, "b", 30);
    for (const bool is_late : {false, true}) {
        Publication publication(index.folder / "absent", index.manifest.next_segment);
        SegmentSet segments(index.folder.path(), index.manifest, publication, {.threads = 3},
                            [](std::uint64_t, std::uint64_t) {});
        for (const Article& article : more) segments.add(article);
        CHECK(test::caught_error([&] {
                  is_late ? segments.finish() : segments.write_batch();
                  return 0;
              }).kind() == ErrorKind::input_output);
    }
    CHECK(index.contents() == by_id(articles));
    CHECK(index.manifest == *read_current_manifest(index.folder.path()));
}

TEST_CASE("a caller that has enough ends a run in the middle of writing") {
    TestIndex index;
    Publication publication(index.folder.path(), 1);
    SegmentSet segments(index.folder.path(), {}, publication, {.threads = 2},
                        [](std::uint64_t, std::uint64_t) { throw 7; });
    for (const Article& article : random_articles(18, "a", 30)) segments.add(article);
    CHECK_THROWS_AS(segments.finish(), int);
}
