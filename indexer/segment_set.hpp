#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "corpus/article.hpp"
#include "corpus/copies_file.hpp"
#include "corpus/manifest.hpp"
#include "indexer/publication.hpp"
#include "indexer/segment_writer.hpp"

namespace dateline {

/// More segments than this are never in force.
inline constexpr std::size_t max_segments = 8;

struct SegmentSettings {
    std::size_t threads = 1;            ///< that analyse
    std::uint64_t memory = 512U << 20;  ///< bytes that a run may take, at least `least_memory`
    WriterKind writer = WriterKind::automatic;
    bool has_frequencies = true;  ///< segments have the file of that name
    bool reanalyse = false;       ///< all segments anew from stored text
    bool merge_all = false;       ///< into one segment, in the end
    bool clusters_anew = false;   ///< no near-duplicates are known of the segments in force
};

inline constexpr std::uint64_t least_memory = 256U << 20;

/// The segments of an index while a run changes it: those in force before it, and those that it
/// writes, or a run that it goes on from. Segments are never changed on disk; an article that is
/// removed gets a tombstone, and the next merge of its segment leaves it out.
class SegmentSet {
  public:
    /// Called now and then while segments are written: bytes of text so far, and at most to come in
    /// all. What it throws ends the writing.
    using OnWritten = std::function<void(std::uint64_t bytes, std::uint64_t bytes_total)>;

    /// `written`: by the run that this one goes on from. `publication` must outlive the set.
    SegmentSet(std::filesystem::path index, const Manifest& in_force, Publication& publication,
               const SegmentSettings& settings, OnWritten on_written,
               const std::vector<SegmentInfo>& written = {});
    ~SegmentSet();

    enum class Age : std::uint8_t { in_force, written };
    /// By id. Throws Error{index} where no segment of that age holds it.
    Article article(const std::string& id, Age age);
    void remove(const std::string& id, Age age);

    /// Adds an article with its final id to the batch; returns its number there.
    std::size_t add(Article article);
    void drop(std::size_t number);
    Article batch_article(std::size_t number);
    /// Whether the batch takes as much memory as there is for it.
    bool is_batch_full() const;
    /// The batch becomes a segment, and is empty after it.
    void write_batch();

    /// Writes the batch, then merges: the segments of this run, those of another version of the
    /// analysis (from their texts), those with many tombstones, and where there are too many of a
    /// size.
    void finish();

    /// After finish(): the near-duplicates among all articles (Copies::clusters), given those of
    /// the index before.
    std::vector<std::vector<SegmentArticle>> clusters(
        const std::vector<std::vector<SegmentArticle>>& before);

    /// Whether the segments differ from those before the run.
    bool is_changed() const;
    /// As a manifest names them; writes tombstones that are not on disk yet.
    std::vector<SegmentInfo> save();
    /// Name of the dictionary's file, or empty.
    std::string dictionary() const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace dateline
