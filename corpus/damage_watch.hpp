#pragma once

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "corpus/error.hpp"

namespace dateline {

/// Xapian looks for a term for ever in a block of a table whose length of the directory is damaged,
/// and verifying tables before each search would take longer than the search. So a thread looks on
/// while the watch lives: where the program has used `patience` of processor time, it verifies the
/// tables of the indexes, once, and gives what is damaged to `on_damage`, on that thread. What it
/// cannot read is no business of its own. Where the system grants no thread there is no watch.
class DamageWatch {
  public:
    using OnDamage = std::function<void(const Error&)>;

    DamageWatch(std::vector<std::filesystem::path> indexes, std::chrono::milliseconds patience,
                OnDamage on_damage);
    /// Waits for the table that is being verified.
    ~DamageWatch();
    DamageWatch(const DamageWatch&) = delete;
    DamageWatch& operator=(const DamageWatch&) = delete;

  private:
    void look_on();
    void verify();
    bool has_ended();

    std::vector<std::filesystem::path> indexes_;
    std::chrono::milliseconds patience_;
    OnDamage on_damage_;
    std::mutex mutex_;
    std::condition_variable end_;
    bool has_ended_ = false;
    std::thread thread_;
};

}  // namespace dateline
