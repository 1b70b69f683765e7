#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "corpus/reader.hpp"
#include "corpus/sources_file.hpp"
#include "indexer/field_defaults.hpp"
#include "indexer/roots.hpp"

namespace dateline {

/// Reads articles from their source files once more, where a run needs a text that is nowhere else.
class SourceTexts {
  public:
    /// The references must outlive it.
    SourceTexts(const Roots& roots, const ReadOptions& reading, const FieldDefaults& defaults);

    using Sink = std::function<void(std::uint32_t record, Article article)>;
    /// The articles of these records (ascending numbers) of a file, in order; those that the file
    /// does not hold any more as they were read are left out.
    void read(const SourceFileEntry& file, const std::vector<std::uint32_t>& records,
              const Sink& sink) const;
    /// Of one record; remembers the last few.
    std::optional<Article> article(const SourceFileEntry& file, std::uint32_t record);

  private:
    const Roots& roots_;
    const ReadOptions& reading_;
    const FieldDefaults& defaults_;
    std::deque<std::pair<std::string, std::optional<Article>>> recent_;  // by root, path, record
};

}  // namespace dateline
