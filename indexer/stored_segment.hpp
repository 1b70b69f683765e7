#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>

#include "indexer/split_article.hpp"

namespace dateline {

/// A finished segment, read back article by article. Not for several threads at once.
class StoredSegment {
  public:
    /// `dictionary`: its bytes, those that the segment was written with. Throws Error{index} where
    /// the segment is damaged.
    StoredSegment(const std::filesystem::path& folder, std::string_view dictionary);
    ~StoredSegment();
    StoredSegment(StoredSegment&&) noexcept;
    StoredSegment& operator=(StoredSegment&&) noexcept;

    std::uint32_t article_count() const;
    /// The number, in document order, of the article with this id.
    std::optional<std::uint32_t> find(std::string_view id) const;
    SplitArticle read(std::uint32_t article) const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace dateline
