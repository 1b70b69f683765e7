#include "indexer/near_duplicates.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <random>
#include <set>

#include "indexer/word_sequences.hpp"
#include "tests/catch.hpp"

using namespace dateline;

namespace {

using Words = std::vector<std::uint64_t>;
using Clusters = std::vector<std::vector<SegmentArticle>>;
using Pairs = std::set<std::pair<SegmentArticle, SegmentArticle>>;

// Segments of made-up articles: an index as far as near-duplicates are concerned.
struct Archive {
    std::vector<std::vector<Words>> texts;
    std::vector<std::vector<Sketch>> sketches;
    std::vector<Tombstones> tombstones;
    std::size_t reads = 0;

    void add_segment(std::vector<Words> segment) {
        std::vector<Sketch> of_segment;
        for (const Words& words : segment) of_segment.push_back(sketch_of(words));
        tombstones.emplace_back(static_cast<std::uint32_t>(segment.size()));
        sketches.push_back(std::move(of_segment));
        texts.push_back(std::move(segment));
    }
    std::vector<SegmentArticle> living() const {
        std::vector<SegmentArticle> articles;
        for (std::uint32_t segment = 0; segment < texts.size(); ++segment)
            for (std::uint32_t i = 0; i < texts[segment].size(); ++i)
                if (is_living({segment, i})) articles.push_back({segment, i});
        return articles;
    }
    bool is_living(SegmentArticle at) const { return !tombstones[at.segment].is_dead(at.article); }
    const Words& words(SegmentArticle at) const { return texts[at.segment][at.article]; }

    Clusters update(const std::vector<KnownCluster>& known,
                    const std::vector<SegmentArticle>& fresh) {
        std::vector<SketchedSegment> segments;
        for (std::size_t i = 0; i < texts.size(); ++i)
            segments.push_back({sketches[i], tombstones[i]});
        reads = 0;
        return near_duplicate_clusters(segments, known, fresh, [&](SegmentArticle at) {
            ++reads;
            return words(at);
        });
    }
    Clusters from_scratch() { return update({}, living()); }
};

Words random_words(std::mt19937& random, std::size_t count) {
    Words words;
    for (std::size_t i = 0; i < count; ++i)
        words.push_back(word_hash(std::to_string(random() % 5000)));
    return words;
}

// Some words changed, one here and one there, and perhaps the end cut off.
Words edited(std::mt19937& random, Words words) {
    for (std::size_t edits = random() % 4; edits > 0; --edits)
        words[random() % words.size()] = random();
    if (random() % 3 == 0) words.resize(words.size() - random() % (words.size() / 5 + 1));
    return words;
}

// Families of articles that descend from one another, and loners.
std::vector<Words> random_texts(std::mt19937& random, std::size_t count) {
    std::vector<Words> texts;
    while (texts.size() < count) {
        const bool is_new = texts.empty() || random() % 2 == 0;
        texts.push_back(is_new ? random_words(random, 5 + random() % 150)
                               : edited(random, texts[random() % texts.size()]));
    }
    return texts;
}

Pairs pairs_in(const Clusters& clusters) {
    Pairs pairs;
    for (const auto& cluster : clusters)
        for (std::size_t i = 0; i < cluster.size(); ++i)
            for (std::size_t j = 0; j < i; ++j) pairs.insert({cluster[j], cluster[i]});
    return pairs;
}

// Connected components of all pairs that are near-duplicates, decided without sketches.
Clusters by_brute_force(const Archive& archive) {
    const std::vector<SegmentArticle> articles = archive.living();
    std::vector<std::size_t> group(articles.size());
    std::vector<Words> sets;
    for (std::size_t i = 0; i < articles.size(); ++i) {
        group[i] = i;
        sets.push_back(sequence_set(archive.words(articles[i])));
        for (std::size_t j = 0; j < i; ++j)
            if (shared_sequences(sets[i], sets[j]) >= near_duplicate_share)
                std::ranges::replace(group, std::size_t{group[i]}, group[j]);
    }
    std::map<std::size_t, std::vector<SegmentArticle>> by_group;
    for (std::size_t i = 0; i < articles.size(); ++i) by_group[group[i]].push_back(articles[i]);
    Clusters clusters;
    for (auto& [number, members] : by_group)
        if (members.size() > 1) clusters.push_back(members);
    std::ranges::sort(clusters);
    return clusters;
}

double share_in(const Pairs& these, const Pairs& those) {
    const auto both =
        std::ranges::count_if(these, [&](const auto& pair) { return those.contains(pair); });
    return static_cast<double>(both) / static_cast<double>(these.size());
}

// What was known of clusters, after `archive` has lost articles.
std::vector<KnownCluster> survivors(const Clusters& clusters, const Archive& archive) {
    std::vector<KnownCluster> known;
    for (const auto& cluster : clusters) {
        KnownCluster left;
        std::ranges::copy_if(cluster, std::back_inserter(left.members),
                             [&](SegmentArticle at) { return archive.is_living(at); });
        left.lost_members = left.members.size() < cluster.size();
        known.push_back(std::move(left));
    }
    return known;
}

}  // namespace

TEST_CASE("the clusters are those that comparing all pairs finds") {
    Archive archive;
    std::mt19937 random(1);
    for (int segment = 0; segment < 3; ++segment) archive.add_segment(random_texts(random, 250));
    const Pairs found = pairs_in(archive.from_scratch());
    const Pairs wanted = pairs_in(by_brute_force(archive));
    REQUIRE(wanted.size() > 300);
    CHECK(share_in(found, wanted) >= 0.95);
    CHECK(share_in(wanted, found) >= 0.95);
}

TEST_CASE("clusters kept up are those found from scratch") {
    for (unsigned seed = 0; seed < 30; ++seed) {
        std::mt19937 random(seed);
        Archive archive;
        Clusters clusters;
        std::vector<Words> pool = random_texts(random, 60);
        for (int step = 0; step < 8; ++step) {
            for (const SegmentArticle at : archive.living())
                if (random() % 6 == 0) archive.tombstones[at.segment].bury(at.article);
            const std::vector<KnownCluster> known = survivors(clusters, archive);
            std::ranges::shuffle(pool, random);
            archive.add_segment({pool.begin(), pool.begin() + static_cast<int>(random() % 20)});
            std::vector<SegmentArticle> fresh = archive.living();
            std::erase_if(fresh,
                          [&](SegmentArticle at) { return at.segment + 1 < archive.texts.size(); });
            clusters = archive.update(known, fresh);
            REQUIRE(clusters == archive.from_scratch());
        }
    }
}

TEST_CASE("a cluster that only a lost article held together falls apart") {
    std::mt19937 random(4);
    const Words middle = random_words(random, 200);
    const Words first(middle.begin(), middle.end() - 40);
    const Words last(middle.begin() + 40, middle.end());
    Archive archive;
    archive.add_segment({first, middle, last, first});
    const Clusters whole = archive.from_scratch();
    CHECK(whole == Clusters{{{0, 0}, {0, 1}, {0, 2}, {0, 3}}});
    archive.tombstones[0].bury(1);
    CHECK(archive.update(survivors(whole, archive), {}) == Clusters{{{0, 0}, {0, 3}}});
}

TEST_CASE("articles of equal texts cost one look each, however many") {
    Archive archive;
    std::mt19937 random(5);
    const std::vector<Words> copies(3000, random_words(random, 80));
    archive.add_segment(copies);
    const Clusters clusters = archive.from_scratch();
    REQUIRE(clusters.size() == 1);
    CHECK(clusters.front().size() == copies.size());
    CHECK(archive.reads <= copies.size());
    archive.add_segment({copies.front()});
    archive.update({{clusters.front(), false}}, {{1, 0}});
    CHECK(archive.reads == 2);
}

TEST_CASE("texts without words are in no cluster") {
    Archive archive;
    archive.add_segment({{}, {}, Words{1}, Words{1}});
    CHECK(archive.from_scratch() == Clusters{{{0, 2}, {0, 3}}});
    CHECK(near_duplicate_clusters({}, {}, {}, {}).empty());
}
