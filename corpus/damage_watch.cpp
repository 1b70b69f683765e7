#include "corpus/damage_watch.hpp"

#include <algorithm>
#include <ctime>
#include <exception>
#include <optional>
#include <system_error>
#include <utility>

#include "corpus/access_error.hpp"
#include "corpus/manifest.hpp"
#include "corpus/table_checksums.hpp"

namespace dateline {

namespace {

std::chrono::nanoseconds processor_time() {
    timespec time{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

std::optional<Error> damage_of_tables(const std::filesystem::path& segment) {
    try {
        verify_table_checksums(segment);
    } catch (const AccessError&) {
        return std::nullopt;
    } catch (const Error& error) {
        if (error.kind() == ErrorKind::index) return error;
    }
    return std::nullopt;
}

}  // namespace

DamageWatch::DamageWatch(std::vector<std::filesystem::path> indexes,
                         std::chrono::milliseconds patience, OnDamage on_damage)
    : indexes_(std::move(indexes)), patience_(patience), on_damage_(std::move(on_damage)) {
    try {
        thread_ = std::thread([this] { look_on(); });
    } catch (const std::system_error&) {
        // The search goes on without.
    }
}

DamageWatch::~DamageWatch() {
    {
        const std::lock_guard lock(mutex_);
        has_ended_ = true;
    }
    end_.notify_one();
    if (thread_.joinable()) thread_.join();
}

bool DamageWatch::has_ended() {
    const std::lock_guard lock(mutex_);
    return has_ended_;
}

void DamageWatch::look_on() {
    constexpr std::chrono::milliseconds longest_step(1000);
    const std::chrono::nanoseconds begin = processor_time();
    std::unique_lock lock(mutex_);
    while (!end_.wait_for(lock, std::min(patience_, longest_step), [&] { return has_ended_; })) {
        if (processor_time() - begin < patience_) continue;
        lock.unlock();
        return verify();
    }
}

void DamageWatch::verify() {
    for (const std::filesystem::path& index : indexes_) {
        try {
            for (const SegmentInfo& segment : require_manifest(index).segments) {
                if (has_ended()) return;
                if (const auto damage = damage_of_tables(index / segment.name))
                    return on_damage_(*damage);
            }
        } catch (const std::exception&) {
            // A writer has tidied up meanwhile, or there is no index: the command says so.
        }
    }
}

}  // namespace dateline
