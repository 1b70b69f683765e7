#pragma once

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace dateline {

/// Work done by several threads whose results are taken in order, as one thread would have left
/// them. Threads run ahead of the taking by `most_ahead` results at most, so that memory is
/// bounded.
template <typename Result>
class InOrder {
  public:
    using Work = std::function<Result(std::size_t number)>;

    /// One thread for each of `workers`, which are called by that thread alone, for numbers below
    /// `count`. All that they refer to must outlive this object.
    InOrder(std::vector<Work> workers, std::size_t count)
        : workers_(std::move(workers)), count_(count), most_ahead_(8 * workers_.size()) {
        for (const Work& work : workers_) {
            try {
                threads_.emplace_back([this, &work] { run(work); });
            } catch (const std::system_error&) {
                // The system gives no more: those that there are do the work.
                if (threads_.empty()) throw;
                break;
            }
        }
    }
    /// Waits for work that has begun; no more is begun.
    ~InOrder() {
        {
            const std::lock_guard lock(mutex_);
            begun_ = count_;
        }
        changed_.notify_all();
        for (std::thread& thread : threads_) thread.join();
    }
    InOrder(const InOrder&) = delete;
    InOrder& operator=(const InOrder&) = delete;

    /// The result of the next number, from 0; throws what its work threw. To be called `count`
    /// times at most.
    Result take() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return outcomes_.contains(taken_); });
        Outcome outcome = std::move(outcomes_.extract(taken_++).mapped());
        lock.unlock();
        changed_.notify_all();
        if (outcome.failure) std::rethrow_exception(outcome.failure);
        return std::move(*outcome.result);
    }

  private:
    struct Outcome {
        std::optional<Result> result;
        std::exception_ptr failure;
    };

    void run(const Work& work) {
        while (const std::optional<std::size_t> number = begin()) {
            Outcome outcome;
            try {
                outcome.result = work(*number);
            } catch (...) {
                outcome.failure = std::current_exception();
            }
            {
                const std::lock_guard lock(mutex_);
                outcomes_.emplace(*number, std::move(outcome));
            }
            changed_.notify_all();
        }
    }

    std::optional<std::size_t> begin() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return begun_ >= count_ || begun_ < taken_ + most_ahead_; });
        if (begun_ >= count_) return std::nullopt;
        return begun_++;
    }

    std::vector<Work> workers_;
    std::size_t count_;
    std::size_t most_ahead_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::size_t begun_ = 0;
    std::size_t taken_ = 0;
    std::map<std::size_t, Outcome> outcomes_;  // not yet taken
    std::vector<std::thread> threads_;
};

}  // namespace dateline
