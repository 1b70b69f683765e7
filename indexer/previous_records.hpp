#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/sources_file.hpp"

namespace dateline {

/// A source file, by the root's number in the manifest and its path.
struct SourceKey {
    std::uint32_t root = 0;
    std::string_view path;
    bool operator==(const SourceKey&) const = default;
};

/// The entry of a file among `files`, which are sorted by root and path; nullptr where there is
/// none.
const SourceFileEntry* find_file(const std::vector<SourceFileEntry>& files, SourceKey key);

/// What the run before knew: which record of which file has which id. A file counts as `ahead`
/// while this run can still meet its records.
class PreviousRecords {
  public:
    explicit PreviousRecords(std::vector<SourceFileEntry> files);

    const std::vector<SourceFileEntry>& files() const { return files_; }
    std::size_t record_count() const { return places_.size(); }
    /// nullptr where that run did not know the file. Binary search.
    const SourceFileEntry* file(SourceKey key) const { return find_file(files_, key); }

    /// Files that were listed in this run, or belong to roots that it does not read, are ahead.
    void set_ahead(SourceKey key, bool ahead);

    /// Takes a record of the same file with the same base id out, so that each is found once: one
    /// with the same hash, else the first whose id `is_free`.
    std::optional<SourceRecord> take(SourceKey key, std::string_view base_id,
                                     std::uint64_t content_hash,
                                     const std::function<bool(const std::string&)>& is_free);
    /// Takes all records of a file; none of them was taken before.
    void take_all(SourceKey key);
    /// Records of one of `files()` that were not taken.
    std::vector<SourceRecord> untaken(const SourceFileEntry& file) const;

    /// Records of this root with this base id whose ids could be found, and that are not taken yet.
    std::vector<const SourceRecord*> known(std::uint32_t root, std::string_view base_id) const;

    /// Whether a record that is still ahead has this id; `base_id` is what the id was made of.
    bool is_reserved(std::string_view id, std::string_view base_id) const;

  private:
    struct Place {
        std::uint64_t base_hash = 0;
        std::uint32_t file = 0;
        std::uint32_t record = 0;
        bool is_taken = false;
    };
    const SourceRecord& record(const Place& place) const;
    bool is_open(const Place& place, std::string_view base_id) const;
    std::uint32_t number_of(const SourceFileEntry& file) const;
    std::pair<std::size_t, std::size_t> places_of(std::string_view base_id) const;

    std::vector<SourceFileEntry> files_;  // sorted by root and path
    std::vector<bool> ahead_;             // one for each file
    std::vector<bool> taken_;             // one for each file: all of its records
    std::vector<Place> places_;           // sorted by hash of the base id, then reading order
};

}  // namespace dateline
