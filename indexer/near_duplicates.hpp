#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "corpus/copies_file.hpp"
#include "corpus/tombstones.hpp"
#include "indexer/sketch.hpp"

namespace dateline {

/// Jaccard similarity of the 5-word sequences of two bodies, from which on they are
/// near-duplicates.
inline constexpr double near_duplicate_share = 0.7;

/// The sketches of a segment's articles, and which of them are no longer in the index.
struct SketchedSegment {
    std::span<const Sketch> sketches;
    Tombstones tombstones;
};

/// A cluster of the index as it was, with its members' places today; those that are gone left out.
struct KnownCluster {
    std::vector<SegmentArticle> members;
    bool lost_members = false;
};

/// The words of an article, as compared_words() has them.
using WordsOfArticle = std::function<std::vector<std::uint64_t>(SegmentArticle)>;

/// Clusters of near-duplicates among the living articles of all segments, in the order of
/// Copies::clusters: what near-duplicates connect. Two articles are compared word by word where
/// their sketches may be those of near-duplicates and no others connect them already.
/// `known` and `fresh`, articles that were not there when `known` was found, only save work: the
/// result is that of no `known` and all articles `fresh`.
std::vector<std::vector<SegmentArticle>> near_duplicate_clusters(
    std::span<const SketchedSegment> segments, std::span<const KnownCluster> known,
    std::span<const SegmentArticle> fresh, const WordsOfArticle& words_of);

}  // namespace dateline
