#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "corpus/analyzer.hpp"
#include "corpus/manifest.hpp"
#include "indexer/split_article.hpp"

namespace dateline {

/// Makes one segment of articles that come in document order.
class SegmentBuilder {
  public:
    /// `folder` must not exist. `dictionary`: the bytes of the index's dictionary, may be empty.
    /// `analyzers` must outlive the builder.
    SegmentBuilder(const std::filesystem::path& folder, std::string_view dictionary,
                   Analyzers& analyzers);
    ~SegmentBuilder();
    SegmentBuilder(SegmentBuilder&&) noexcept;

    /// The article has its final id. Throws Error{input_output} where the disk fails.
    void add(const SplitArticle& split);
    /// Makes the segment durable. Nothing may be added after it.
    SegmentInfo finish();

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace dateline
