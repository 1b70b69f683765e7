#include "indexer/near_duplicates.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <unordered_map>

#include "indexer/word_sequences.hpp"

namespace dateline {

namespace {

using Place = std::uint32_t;  // of an article in all segments, one after the other
using Cluster = std::vector<SegmentArticle>;

// Articles by their place.
class Archive {
  public:
    explicit Archive(std::span<const SketchedSegment> segments) : segments_(segments) {
        for (const SketchedSegment& segment : segments) {
            first_.push_back(size_);
            size_ += static_cast<Place>(segment.sketches.size());
        }
    }

    Place size() const { return size_; }
    Place place(SegmentArticle article) const { return first_[article.segment] + article.article; }
    SegmentArticle article(Place place) const {
        const auto next = std::ranges::upper_bound(first_, place);
        const auto segment = static_cast<std::uint32_t>(next - first_.begin() - 1);
        return {segment, place - first_[segment]};
    }
    const Sketch& sketch(Place place) const {
        const SegmentArticle at = article(place);
        return segments_[at.segment].sketches[at.article];
    }

    // Calls `visit` with place and sketch of each living article that has words.
    template <class Visit>
    void visit_living(const Visit& visit) const {
        for (std::size_t number = 0; number < segments_.size(); ++number) {
            const auto& [sketches, tombstones] = segments_[number];
            for (std::uint32_t i = 0; i < sketches.size(); ++i)
                if (!sketches[i].empty() && !tombstones.is_dead(i))
                    visit(first_[number] + i, sketches[i]);
        }
    }

  private:
    std::span<const SketchedSegment> segments_;
    std::vector<Place> first_;
    Place size_ = 0;
};

// Disjoint sets of places; the root of each is its least.
class Components {
  public:
    explicit Components(Place size) : parents_(size) {
        std::iota(parents_.begin(), parents_.end(), 0);
    }

    Place root(Place place) {
        while (parents_[place] != place) place = parents_[place] = parents_[parents_[place]];
        return place;
    }
    bool are_connected(Place a, Place b) { return root(a) == root(b); }
    void connect(Place a, Place b) {
        const auto [least, other] = std::minmax({root(a), root(b)});
        parents_[other] = least;
    }

  private:
    std::vector<Place> parents_;
};

// Says of two articles whether they are near-duplicates. Keeps the sequences that it read last,
// since articles that share a band are compared with one another.
class Comparison {
  public:
    Comparison(const Archive& archive, const WordsOfArticle& words_of)
        : archive_(archive), words_of_(words_of) {}

    bool are_near_duplicates(Place a, Place b) {
        if (kept_hashes_ > most_hashes) forget();
        return shared_sequences(sequences(a), sequences(b)) >= near_duplicate_share;
    }

  private:
    static constexpr std::size_t most_hashes = std::size_t{1} << 23;  // 64 MB

    const std::vector<std::uint64_t>& sequences(Place place) {
        const auto [at, is_new] = sequences_.try_emplace(place);
        if (is_new) {
            at->second = sequence_set(words_of_(archive_.article(place)));
            kept_hashes_ += at->second.size();
        }
        return at->second;
    }
    void forget() {
        sequences_.clear();
        kept_hashes_ = 0;
    }

    const Archive& archive_;
    const WordsOfArticle& words_of_;
    std::unordered_map<Place, std::vector<std::uint64_t>> sequences_;
    std::size_t kept_hashes_ = 0;
};

class Clustering {
  public:
    Clustering(const Archive& archive, const WordsOfArticle& words_of)
        : archive_(archive),
          components_(archive.size()),
          comparison_(archive, words_of),
          is_fresh_(archive.size()) {}

    void add_known(const KnownCluster& cluster) {
        for (const SegmentArticle& member : cluster.members) {
            if (cluster.lost_members)
                add_fresh(member);
            else
                components_.connect(archive_.place(cluster.members.front()),
                                    archive_.place(member));
        }
    }
    void add_fresh(SegmentArticle article) { is_fresh_[archive_.place(article)] = true; }

    void connect_band(std::size_t band) {
        const std::vector<std::uint64_t> entries = entries_of(band);
        const auto ends_group = [](std::uint64_t a, std::uint64_t b) { return key(a) != key(b); };
        for (auto begin = entries.begin(); begin != entries.end();) {
            const auto last = std::adjacent_find(begin, entries.end(), ends_group);
            const auto end = last == entries.end() ? last : last + 1;
            connect_group({begin, end}, band);
            begin = end;
        }
    }

    std::vector<Cluster> clusters() {
        std::map<Place, Cluster> by_first;
        for (Place place = 0; place < archive_.size(); ++place) {
            const Place first = components_.root(place);
            if (first == place) continue;
            Cluster& cluster = by_first[first];
            if (cluster.empty()) cluster.push_back(archive_.article(first));
            cluster.push_back(archive_.article(place));
        }
        std::vector<Cluster> found;
        found.reserve(by_first.size());
        for (auto& [first, cluster] : by_first) found.push_back(std::move(cluster));
        return found;
    }

  private:
    // Entries sort by key, fresh before others, place.
    static constexpr std::uint64_t old_bit = std::uint64_t{1} << 32;
    static std::uint64_t key(std::uint64_t entry) { return entry >> 33; }
    static Place place(std::uint64_t entry) { return static_cast<Place>(entry); }

    // Of the living articles whose key in the band is that of a fresh one.
    std::vector<std::uint64_t> entries_of(std::size_t band) const {
        std::vector<bool> wanted(std::size_t{1} << (8 * band_rows));
        archive_.visit_living([&](Place place, const Sketch& sketch) {
            if (is_fresh_[place]) wanted[sketch.band(band)] = true;
        });
        std::vector<std::uint64_t> entries;
        archive_.visit_living([&](Place place, const Sketch& sketch) {
            const std::uint64_t key = sketch.band(band);
            if (wanted[key])
                entries.push_back(key << 33 | (is_fresh_[place] ? 0 : old_bit) | place);
        });
        std::ranges::sort(entries);
        return entries;
    }

    // Fresh articles by the components that they were in when they came: one look at any of them
    // tells that all of them need no comparison.
    void connect_group(std::span<const std::uint64_t> group, std::size_t band) {
        if (group.size() < 2) return;
        std::vector<std::vector<Place>> fresh;
        for (const std::uint64_t entry : group) {
            const Place article = place(entry);
            for (const std::vector<Place>& connected : fresh)
                connect_with_one(article, connected, band);
            if ((entry & old_bit) != 0) continue;
            const auto own = std::ranges::find_if(fresh, [&](const std::vector<Place>& connected) {
                return components_.are_connected(article, connected.front());
            });
            own == fresh.end() ? fresh.push_back({article}) : own->push_back(article);
        }
    }

    void connect_with_one(Place article, const std::vector<Place>& connected, std::size_t band) {
        if (components_.are_connected(article, connected.front())) return;
        const auto near = std::ranges::find_if(
            connected, [&](Place other) { return are_near_duplicates(article, other, band); });
        if (near != connected.end()) components_.connect(article, *near);
    }

    bool are_near_duplicates(Place a, Place b, std::size_t band) {
        const Sketch& of_a = archive_.sketch(a);
        const Sketch& of_b = archive_.sketch(b);
        for (std::size_t earlier = 0; earlier < band; ++earlier)
            if (of_a.band(earlier) == of_b.band(earlier)) return false;  // decided there
        return may_be_near_duplicates(of_a, of_b) && comparison_.are_near_duplicates(a, b);
    }

    const Archive& archive_;
    Components components_;
    Comparison comparison_;
    std::vector<bool> is_fresh_;
};

}  // namespace

std::vector<Cluster> near_duplicate_clusters(std::span<const SketchedSegment> segments,
                                             std::span<const KnownCluster> known,
                                             std::span<const SegmentArticle> fresh,
                                             const WordsOfArticle& words_of) {
    const Archive archive(segments);
    Clustering clustering(archive, words_of);
    for (const KnownCluster& cluster : known) clustering.add_known(cluster);
    for (const SegmentArticle& article : fresh) clustering.add_fresh(article);
    for (std::size_t band = 0; band < sketch_bands; ++band) clustering.connect_band(band);
    return clustering.clusters();
}

}  // namespace dateline
