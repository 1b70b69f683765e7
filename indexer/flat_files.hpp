#pragma once

#include <filesystem>
#include <functional>
#include <span>

#include "corpus/manifest.hpp"
#include "indexer/document_order.hpp"
#include "indexer/segment_source.hpp"

namespace dateline {

/// Called now and then with the bytes of text written so far; what it throws ends the writing.
using OnWritten = std::function<void(std::uint64_t bytes)>;

/// Writes the files of a segment that are not Xapian's: words, text, articles, sketches; durable
/// afterwards. Returns the segment's facts.
SegmentInfo write_flat_files(const std::filesystem::path& folder,
                             std::span<const SegmentSource* const> sources,
                             std::span<const OrderedArticle> order, const OnWritten& on_written);

}  // namespace dateline
