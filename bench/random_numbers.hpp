#pragma once

#include <cstdint>

namespace dateline {

/// A stream of numbers that depends on its seed alone, on every machine: SplitMix64 (Steele, Lea &
/// Flood 2014). The standard library's distributions differ between implementations. Never two
/// calls in one expression: compilers choose their order.
class RandomNumbers {
  public:
    explicit RandomNumbers(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        state_ += 0x9E3779B97F4A7C15;
        std::uint64_t mixed = (state_ ^ state_ >> 30) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EB;
        return mixed ^ mixed >> 31;
    }
    /// 0 to `end` - 1; `end` is at least 1.
    std::uint32_t below(std::uint32_t end) {
        return static_cast<std::uint32_t>((next() >> 32) * end >> 32);
    }
    std::uint32_t between(std::uint32_t first, std::uint32_t last) {
        return first + below(last - first + 1);
    }
    bool happens(std::uint32_t times_in_1000) { return below(1000) < times_in_1000; }

    template <class Container>
    const auto& one_of(const Container& container) {
        return container[below(static_cast<std::uint32_t>(container.size()))];
    }

  private:
    std::uint64_t state_;
};

}  // namespace dateline
