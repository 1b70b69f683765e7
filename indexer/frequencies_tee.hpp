#pragma once

#include <filesystem>
#include <memory>
#include <span>

#include "indexer/document_order.hpp"
#include "indexer/segment_source.hpp"
#include "indexer/segment_writer.hpp"
#include "indexer/term_passages.hpp"

namespace dateline {

/// Passes everything on to `writer`, and what it needs of the postings to the file `frequencies` in
/// `folder`, which is durable after finish(), and empty where it is not wanted. `order` names
/// `sources` by number. `passages` gets the stems. All but the folder must outlive it.
std::unique_ptr<SegmentWriter> frequencies_tee(const std::filesystem::path& folder,
                                               std::span<const SegmentSource* const> sources,
                                               std::span<const OrderedArticle> order,
                                               TermPassages& passages, SegmentWriter& writer,
                                               bool is_wanted);

}  // namespace dateline
