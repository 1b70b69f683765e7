#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "corpus/sources_file.hpp"
#include "indexer/number_table.hpp"
#include "indexer/previous_records.hpp"

namespace dateline {

/// The texts in the segments that a run wrote before it died, one for an id. A run that goes on
/// from there reads all that this one had to read, gives ids as if there were no such work, and
/// takes each text when it meets its article.
class EarlierWork {
  public:
    EarlierWork() = default;
    /// `files`: as Checkpoint has them.
    explicit EarlierWork(std::vector<SourceFileEntry> files);

    /// Sorted by root and path. A text that was taken leaves a record that is `superseded`.
    const std::vector<SourceFileEntry>& files() const { return files_; }

    /// Whether the segments hold this text as one of that file, and nobody has taken it.
    bool take(const std::string& id, std::uint64_t content_hash, SourceKey file);
    /// The same of whatever text the id has there.
    bool take(const std::string& id);
    /// Ids of the texts that nobody has taken.
    std::vector<std::string> left() const;

  private:
    struct Place {
        std::uint32_t file = 0;
        std::uint32_t record = 0;
    };
    SourceRecord& record_at(Place place) { return files_[place.file].records[place.record]; }
    const Place* find(const std::string& id);

    std::vector<SourceFileEntry> files_;
    std::vector<Place> places_;  // of each text
    NumberTable numbers_;        // of places, by id
};

}  // namespace dateline
