#pragma once

#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/sources_file.hpp"
#include "indexer/segment_set.hpp"

namespace dateline {

/// The texts of an index as it was before a run, by every id that finds one.
class StoredTexts {
  public:
    /// `files`: what that index was made of. Both must outlive it.
    StoredTexts(SegmentSet& segments, const std::vector<SourceFileEntry>& files)
        : segments_(segments), files_(files) {}

    /// The article of this id; for an exact duplicate the equal article that is in the index, under
    /// the id asked for. nullopt where the id found nothing. Throws Error{index} for damage.
    std::optional<Article> find(const std::string& id);

  private:
    SegmentSet& segments_;
    const std::vector<SourceFileEntry>& files_;
    std::unordered_map<std::string_view, const SourceRecord*> records_;  // made when first asked
};

}  // namespace dateline
