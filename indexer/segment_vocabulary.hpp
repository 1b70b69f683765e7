#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "corpus/dense_code.hpp"
#include "corpus/text_units.hpp"
#include "indexer/segment_source.hpp"

namespace dateline {

/// The vocabulary of a new segment.
struct SegmentVocabulary {
    static constexpr UnitId no_unit = 0xFFFF'FFFF;

    std::string words_file;  ///< the bytes of the file `words`
    DenseCode code{1};       ///< of its texts
    /// What the units of the sources are in it, by source and by the source's number; no_unit for
    /// one that does not occur.
    std::vector<std::vector<UnitId>> unit_of;
};

/// Counts the words of the wanted articles and gives numbers to units and forms. `languages`: the
/// new segment's, sorted. Memory: about 20 bytes a unit and 12 a form of each source.
SegmentVocabulary make_vocabulary(std::span<const SegmentSource* const> sources,
                                  const std::vector<std::string>& languages);

}  // namespace dateline
