#pragma once

#include <algorithm>

namespace dateline {

/// Puts values in ascending order, and keeps one of those that are equal.
template <class Values>
void sort_distinct(Values& values) {
    std::ranges::sort(values);
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

}  // namespace dateline
