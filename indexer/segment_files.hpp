#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

#include "corpus/manifest.hpp"
#include "indexer/analyzed_articles.hpp"
#include "indexer/flat_files.hpp"
#include "indexer/segment_writer.hpp"
#include "indexer/stored_segment.hpp"

namespace dateline {

/// How segments are written.
struct SegmentStyle {
    WriterKind writer = WriterKind::automatic;
    std::string_view dictionary;  ///< the index's; may be empty
    bool has_frequencies = true;  ///< the file of that name
};

/// Makes a segment of articles in memory. `folder` must not exist; everything is durable
/// afterwards. Equal articles give equal files, however they are spread over the batches. Throws
/// Error{input_output}, and what `on_written` throws.
SegmentInfo write_segment(const std::filesystem::path& folder,
                          const std::vector<std::unique_ptr<AnalyzedArticles>>& batches,
                          const SegmentStyle& style, const OnWritten& on_written);

struct MergedSegment {
    SegmentInfo info;
    std::vector<OrderedArticle> order;  ///< where each of its articles comes from
};

/// Makes one segment of several, without the articles that their tombstones name. Memory: the
/// vocabulary, 4 bytes a passage, and the longest posting list.
MergedSegment merge_segments(const std::filesystem::path& folder,
                             const std::vector<StoredSegment*>& segments, const SegmentStyle& style,
                             const OnWritten& on_written);

}  // namespace dateline
