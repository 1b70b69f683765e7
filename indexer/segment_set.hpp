#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "corpus/article.hpp"
#include "corpus/manifest.hpp"
#include "indexer/publication.hpp"

namespace dateline {

/// More segments than this are never in force: the smallest ones are merged.
inline constexpr std::size_t max_segments = 8;

/// The segments of an index while a run changes it: those in force before it, and those that it
/// writes. Segments are never changed on disk; one that loses articles is written anew.
class SegmentSet {
  public:
    /// Called after each article that is written: bytes of text in the segment so far, and at most
    /// to come in all. What it throws ends the writing.
    using OnWritten = std::function<void(std::uint64_t bytes, std::uint64_t bytes_total)>;

    /// `publication` must outlive the set.
    SegmentSet(std::filesystem::path index, const Manifest& in_force, Publication& publication,
               OnWritten on_written);
    ~SegmentSet();

    enum class Age : std::uint8_t { in_force, written };
    /// By id. Throws Error{index} where no segment of that age holds it.
    Article article(const std::string& id, Age age);
    /// Takes an article out; the segment is written anew in `finish`.
    void remove(const std::string& id, Age age);

    /// Writes a segment of new articles that have their final ids.
    void write(std::vector<Article> articles);
    /// Writes the last articles together with all that has to be written anew: segments that lost
    /// articles, those of another version of the analysis, and the smallest where there are too
    /// many.
    void finish(std::vector<Article> articles);

    /// Whether the segments differ from those before the run.
    bool is_changed() const;
    std::vector<SegmentInfo> segments() const;
    /// Name of the dictionary's file, or empty.
    std::string dictionary() const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace dateline
