#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>

#include "corpus/article.hpp"

namespace dateline {

/// A segment of which something is damaged: gives those articles that are as they were indexed, by
/// their hashes. No checksum of a file keeps it from looking.
class SalvagedSegment {
  public:
    /// `dictionary`: the index's, damaged or not, only read during the call. Throws Error where
    /// nothing can be read at all.
    SalvagedSegment(const std::filesystem::path& folder, std::string_view dictionary);
    ~SalvagedSegment();

    std::uint32_t article_count() const;
    /// Whether it was in force or not; nullopt where it is lost. One after another is quicker.
    std::optional<Article> article(std::uint32_t number) const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace dateline
