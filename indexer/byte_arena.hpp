#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace dateline {

/// Keeps byte strings until it is destroyed, in large blocks: no allocation and no slack for each.
class ByteArena {
  public:
    std::string_view keep(std::string_view bytes) {
        char* const place = take(bytes.size());
        if (!bytes.empty()) std::memcpy(place, bytes.data(), bytes.size());
        return {place, bytes.size()};
    }
    template <class Value>
    std::span<const Value> keep(std::span<const Value> values) {
        static_assert(std::is_trivially_copyable_v<Value>);
        const std::size_t past = reinterpret_cast<std::uintptr_t>(next_) % alignof(Value);
        if (past != 0 && room_ > alignof(Value)) take(alignof(Value) - past);
        if (values.size_bytes() > room_) grow(values.size_bytes());
        char* const place = take(values.size_bytes());
        if (!values.empty()) std::memcpy(place, values.data(), values.size_bytes());
        return {reinterpret_cast<const Value*>(place), values.size()};
    }
    /// Memory taken.
    std::size_t size() const { return size_; }

  private:
    static constexpr std::size_t block_bytes = std::size_t{1} << 20;

    char* take(std::size_t bytes) {
        if (bytes > room_) grow(bytes);
        room_ -= bytes;
        return std::exchange(next_, next_ + bytes);
    }

    void grow(std::size_t least) {
        const std::size_t bytes = std::max(least, block_bytes);
        next_ = blocks_.emplace_back(new char[bytes]).get();
        room_ = bytes;
        size_ += bytes;
    }

    std::vector<std::unique_ptr<char[]>> blocks_;
    char* next_ = nullptr;
    std::size_t room_ = 0;
    std::size_t size_ = 0;
};

}  // namespace dateline
