#pragma once

#include <algorithm>
#include <cstdint>

namespace dateline {

/// The first number in [first, end) that `is_before` does not hold for, or `end`; it holds for all
/// before.
template <class IsBefore>
std::uint32_t first_not(std::uint32_t first, std::uint32_t end, const IsBefore& is_before) {
    while (first < end) {
        const std::uint32_t middle = first + (end - first) / 2;
        if (is_before(middle))
            first = middle + 1;
        else
            end = middle;
    }
    return first;
}

/// Where the first of `count` ascending numbers is that is not less than `wanted`; `count` where
/// all are. `number_at` gives them. They are spread evenly over 32 bits, as hashes are, so it is
/// looked for around where it is to be expected: one page of memory is read, and not one at each
/// step of halving. Any other numbers only take longer.
template <class NumberAt>
std::uint32_t first_not_less(std::uint32_t wanted, std::uint32_t count, const NumberAt& number_at) {
    const auto is_before = [&](std::uint32_t at) { return number_at(at) < wanted; };
    const std::uint64_t share = std::uint64_t{wanted} * count;
    const auto expected = static_cast<std::uint32_t>(share >> 32);
    std::uint32_t first = expected;  // what is before it is less
    std::uint32_t end = expected;    // what is from it on is not
    for (std::uint32_t step = 64; first > 0 && !is_before(first - 1); step *= 2) {
        end = first;
        first -= std::min(step, first);
    }
    for (std::uint32_t step = 64; end < count && is_before(end); step *= 2) {
        first = end + 1;
        end += std::min(step, count - end);
    }
    return first_not(first, end, is_before);
}

}  // namespace dateline
