#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "searcher/phrase.hpp"

namespace dateline {

/// The passages of an article in which words of two sides can be near each other. `masks`: for each
/// passage, bit 0 where it may hold a word of one side, bit 1 of the other. `is_passable`: whether
/// words before a passage can be near words after it. Ascending, apart.
std::vector<PassageRun> near_runs(std::span<const std::uint8_t> masks,
                                  const std::function<bool(std::uint32_t)>& is_passable);

}  // namespace dateline
