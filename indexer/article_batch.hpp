#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "corpus/article.hpp"
#include "indexer/analysis_pool.hpp"

namespace dateline {

/// Articles held in memory, analysed, until they are written. They are numbered from 0 in the order
/// in which they are added.
class ArticleBatch {
  public:
    ArticleBatch(std::size_t threads, std::size_t remembered_forms)
        : pool_(threads, remembered_forms) {}

    /// The article has its final id.
    std::size_t add(Article article);
    void drop(std::size_t number);
    /// As it was added. Waits for the analysis.
    Article article(std::size_t number);
    std::size_t size() const { return size_; }  ///< with those dropped
    /// Memory that the batch takes until it is written, at most; depends on nothing but the
    /// articles added.
    std::uint64_t memory() const { return memory_; }
    std::uint64_t text_bytes() const { return text_bytes_; }

    /// All of them, in any order; the batch is empty after it.
    std::vector<std::unique_ptr<AnalyzedArticles>> take();

  private:
    std::pair<AnalyzedArticles*, std::uint32_t> find(std::size_t number);

    AnalysisPool pool_;
    std::size_t size_ = 0;
    std::uint64_t memory_ = 0;
    std::uint64_t text_bytes_ = 0;
    std::vector<std::size_t> dropped_;
};

}  // namespace dateline
