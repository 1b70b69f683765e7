#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/articles_file.hpp"

namespace dateline {

struct TermImpact {
    std::string_view term;     ///< as the index knows it, prefix included; 1 to max_term_bytes
    std::uint32_t impact = 0;  ///< 0 for filter terms
};

/// Writes one segment: documents in docid order 1, 2, 3, ... The seam between the stock Xapian API
/// and other ways to write the same tables.
class SegmentWriter {
  public:
    virtual ~SegmentWriter() = default;
    /// `terms` sorted by term, each once; `data` is the compressed stored passage.
    virtual void add(const std::vector<TermImpact>& terms, std::string_view data) = 0;
    /// Makes everything durable (fsync). Nothing may be added after it.
    virtual void finish() = 0;
};

/// Through WritableDatabase: the reference. `folder` must not exist. Throws Error{input_output}.
std::unique_ptr<SegmentWriter> open_stock_writer(const std::filesystem::path& folder);

}  // namespace dateline
