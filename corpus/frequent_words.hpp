#pragma once

#include <algorithm>
#include <cstddef>

namespace dateline {

/// How many of a segment's articles must hold a stem or form that its side files know of: lists of
/// rarer ones cost more than they are worth, since few postings or texts are quickly read.
inline std::size_t least_articles(std::size_t articles) {
    constexpr std::size_t least = 64;
    constexpr std::size_t articles_each = 512;
    return std::max(least, articles / articles_each);
}

}  // namespace dateline
