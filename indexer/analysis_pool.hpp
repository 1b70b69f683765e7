#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "corpus/article.hpp"
#include "indexer/analyzed_articles.hpp"

namespace dateline {

/// Threads that analyse articles as they come.
class AnalysisPool {
  public:
    /// At least one thread; `remembered_forms` of each as in Analyzer.
    AnalysisPool(std::size_t threads, std::size_t remembered_forms);
    /// Gives up what waits.
    ~AnalysisPool();
    AnalysisPool(const AnalysisPool&) = delete;
    AnalysisPool& operator=(const AnalysisPool&) = delete;

    /// Waits while the threads are far behind. Throws what an analysis threw.
    void add(Article article, std::size_t number);
    /// Until all that was added is analysed. Throws what an analysis threw.
    void wait();
    /// After wait(): what each thread made. Those of one thread come in the order in which they
    /// were added.
    std::vector<std::unique_ptr<AnalyzedArticles>>& made() { return made_; }
    /// After wait(): begins anew.
    std::vector<std::unique_ptr<AnalyzedArticles>> take();

  private:
    struct Task {
        Article article;
        std::size_t number = 0;
    };

    void work(std::size_t thread, std::size_t remembered_forms);
    void rethrow() const;

    std::mutex mutex_;
    std::condition_variable has_task_;
    std::condition_variable has_room_;
    std::deque<Task> tasks_;
    std::uint64_t waiting_bytes_ = 0;
    std::size_t at_work_ = 0;
    bool is_over_ = false;
    std::exception_ptr failure_;
    std::vector<std::unique_ptr<AnalyzedArticles>> made_;  // by thread
    std::vector<std::thread> threads_;
};

}  // namespace dateline
