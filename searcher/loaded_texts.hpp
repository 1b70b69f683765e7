#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "corpus/gathered_reads.hpp"
#include "searcher/segment_scope.hpp"

namespace dateline {

/// The coded texts of some articles of a segment, read together: for who looks through the same
/// few articles several times, wherever in the file they are.
class LoadedTexts {
  public:
    /// The segment must outlive this object. `articles`: each once, in any order.
    LoadedTexts(const SegmentScope& scope, std::span<const std::uint32_t> articles);

    /// As TextFile has it, of a passage of one of these articles; views live as long as this
    /// object. Throws Error{index} for damage.
    CodedPassage words_of(DocId docid) const;

  private:
    struct Loaded {
        DocId first = 0;
        DocId end = 0;
        std::uint64_t offset = 0;  ///< in the file
    };
    static std::vector<Loaded> places(const SegmentScope& scope,
                                      std::span<const std::uint32_t> articles);
    static std::vector<FileRange> ranges(const TextFile& file, std::span<const Loaded> places);

    const TextFile* file_;
    std::vector<Loaded> places_;  // ascending
    GatheredReads reads_;
};

/// Of a passage of segment `number`: from `loaded`, by segment, unless that is empty.
CodedPassage words_of(const Segment& segment, std::span<const LoadedTexts> loaded,
                      std::uint32_t number, DocId docid);

}  // namespace dateline
