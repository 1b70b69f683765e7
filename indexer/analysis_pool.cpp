#include "indexer/analysis_pool.hpp"

#include <system_error>
#include <utility>

#include "indexer/article_analyzer.hpp"

namespace dateline {

namespace {

// Enough that no thread waits for the reader, little enough to be no part of the memory bound.
constexpr std::uint64_t most_waiting_bytes = 4U << 20;

std::uint64_t bytes_of(const Article& article) {
    return article.headline.size() + article.body.size() + sizeof(Article);
}

}  // namespace

AnalysisPool::AnalysisPool(std::size_t threads, std::size_t remembered_forms) {
    for (std::size_t i = 0; i < threads; ++i) made_.push_back(std::make_unique<AnalyzedArticles>());
    for (std::size_t i = 0; i < threads; ++i) {
        try {
            threads_.emplace_back([this, i, remembered_forms] { work(i, remembered_forms); });
        } catch (const std::system_error&) {
            // The system gives no more: those that there are do the work.
            if (threads_.empty()) throw;
            break;
        }
    }
}

AnalysisPool::~AnalysisPool() {
    {
        const std::lock_guard lock(mutex_);
        is_over_ = true;
        tasks_.clear();
    }
    has_task_.notify_all();
    for (std::thread& thread : threads_) thread.join();
}

void AnalysisPool::rethrow() const {
    if (failure_) std::rethrow_exception(failure_);
}

void AnalysisPool::add(Article article, std::size_t number) {
    std::unique_lock lock(mutex_);
    if (waiting_bytes_ >= most_waiting_bytes)
        has_room_.wait(lock, [&] { return waiting_bytes_ <= most_waiting_bytes / 2 || failure_; });
    rethrow();
    waiting_bytes_ += bytes_of(article);
    tasks_.push_back({std::move(article), number});
    lock.unlock();
    has_task_.notify_one();
}

void AnalysisPool::wait() {
    std::unique_lock lock(mutex_);
    has_room_.wait(lock, [&] { return (tasks_.empty() && at_work_ == 0) || failure_; });
    rethrow();
}

std::vector<std::unique_ptr<AnalyzedArticles>> AnalysisPool::take() {
    const std::lock_guard lock(mutex_);
    std::vector<std::unique_ptr<AnalyzedArticles>> fresh;
    for (std::size_t i = 0; i < made_.size(); ++i)
        fresh.push_back(std::make_unique<AnalyzedArticles>());
    return std::exchange(made_, std::move(fresh));
}

void AnalysisPool::work(std::size_t thread, std::size_t remembered_forms) {
    std::unique_lock lock(mutex_);
    try {
        ArticleAnalyzer analyzer(remembered_forms);
        while (true) {
            has_task_.wait(lock, [&] { return !tasks_.empty() || is_over_; });
            if (is_over_) return;
            Task task = std::move(tasks_.front());
            tasks_.pop_front();
            const std::uint64_t before = waiting_bytes_;
            waiting_bytes_ -= bytes_of(task.article);
            const bool made_room =
                before > most_waiting_bytes / 2 && waiting_bytes_ <= most_waiting_bytes / 2;
            ++at_work_;
            AnalyzedArticles& made = *made_[thread];
            lock.unlock();
            if (made_room) has_room_.notify_all();
            analyzer.analyze(task.article, task.number, made);
            lock.lock();
            if (--at_work_ == 0 && tasks_.empty()) has_room_.notify_all();
        }
    } catch (...) {
        if (!lock.owns_lock()) lock.lock();
        failure_ = std::current_exception();
        has_room_.notify_all();
    }
}

}  // namespace dateline
