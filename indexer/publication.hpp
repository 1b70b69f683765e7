#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/manifest.hpp"

namespace dateline {

/// Files of the next state of an index, until it is published. What is not published is removed at
/// the end of its life. The caller holds the index's lock.
class Publication {
  public:
    /// `next_number`: Manifest::next_segment of the manifest in force (1 in a new index).
    Publication(std::filesystem::path index, std::uint64_t next_number);
    ~Publication();
    Publication(const Publication&) = delete;
    Publication& operator=(const Publication&) = delete;

    /// A name that nothing in the index has: "segment-N".
    std::filesystem::path new_segment();
    /// Writes the bytes to a new file, durably, and returns its name: KIND-N, where kind is
    /// "dictionary", "tombstones" or "copies".
    std::string write_file(std::string_view kind, std::string_view bytes);
    /// What was written so far stays at the end of its life, since a checkpoint names it.
    void keep_unpublished() { unpublished_.clear(); }
    /// The next free number.
    std::uint64_t next_number() const { return next_number_; }
    /// A segment is not needed any more: it is removed, unless a checkpoint names it.
    void discard(const std::filesystem::path& segment);

    /// Puts the manifest in force. Fills in its number, sources, next_segment and time; everything
    /// that it names must be durable.
    void publish(Manifest manifest, std::string_view sources);

  private:
    std::filesystem::path index_;
    std::uint64_t next_number_;
    std::vector<std::filesystem::path> unpublished_;
};

/// Names the manifest, which is durable as all that it names, in CURRENT. Where it throws nothing
/// has changed; else the folder is still to be made durable.
void put_in_force(const std::filesystem::path& index, const std::string& manifest_name);

/// Puts a file of the index in the place of the one that is there, or is not, at once and whole;
/// the folder is still to be made durable. Throws Error{input_output}.
void replace_durably(const std::filesystem::path& index, std::string_view name,
                     std::string_view bytes);

/// The manifests that stay for a rollback, and the time for which a file stays after that, since a
/// search may have read CURRENT and not yet opened it.
inline constexpr std::size_t kept_manifests = 3;
inline constexpr std::int64_t grace_seconds = 60;

/// Removes what a writer that died has left, and what no kept manifest names. `current`: number of
/// the manifest in force, 0 where there is none. Where a run begins, lists of sources that are
/// later stay for a while: they tell what was withdrawn. The caller holds the index's lock.
void remove_outdated(const std::filesystem::path& index, std::uint64_t current,
                     bool keeps_later_sources = false);

}  // namespace dateline
