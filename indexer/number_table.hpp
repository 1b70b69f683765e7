#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace dateline {

/// Numbers, found by a hash of what each stands for. The table holds no keys: an entry takes 16 to
/// 32 bytes, adding one allocates nothing of its own, and whoever asks says which number it is.
class NumberTable {
  public:
    static constexpr std::uint32_t none = 0xFFFF'FFFF;

    /// Makes room for so many numbers in all.
    void reserve(std::size_t numbers) {
        if (numbers * 2 > slots_.size()) grow(numbers);
    }

    /// Of the numbers that were added with this hash (and a few others) the first that
    /// `is_wanted(number)`; `none` where there is none.
    template <class IsWanted>
    std::uint32_t find(std::uint64_t hash, const IsWanted& is_wanted) const {
        if (slots_.empty()) return none;
        const std::uint32_t kept = kept_of(hash);
        for (std::size_t at = kept & mask(); slots_[at].number != none; at = (at + 1) & mask())
            if (slots_[at].hash == kept && is_wanted(slots_[at].number)) return slots_[at].number;
        return none;
    }

    /// `number` is below `none`.
    void add(std::uint64_t hash, std::uint32_t number) {
        reserve(++size_);
        put({kept_of(hash), number});
    }

  private:
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t number = none;
    };

    // As much of a hash as a slot keeps; tells where the slot is as well.
    static std::uint32_t kept_of(std::uint64_t hash) {
        return static_cast<std::uint32_t>(hash ^ (hash >> 32));
    }
    std::size_t mask() const { return slots_.size() - 1; }
    void put(Slot slot) {
        std::size_t at = slot.hash & mask();
        while (slots_[at].number != none) at = (at + 1) & mask();
        slots_[at] = slot;
    }
    void grow(std::size_t numbers) {
        const std::vector<Slot> before =
            std::exchange(slots_, std::vector<Slot>(std::bit_ceil(numbers * 2 + 16)));
        for (const Slot& slot : before)
            if (slot.number != none) put(slot);
    }

    std::vector<Slot> slots_;  // a power of two, half of them empty at least
    std::size_t size_ = 0;
};

}  // namespace dateline
