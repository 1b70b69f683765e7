#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace dateline {

/// Why a bare word is not taken as a word.
struct Refusal {
    std::size_t offset = 0;  ///< in the word
    std::string message;
    std::string hint;
};

/// Bare words that are operators in other search languages (wildcards, w/5, x^2, &&, ...) would be
/// misread when searched as they stand. `opens_group`: "(" follows at once.
std::optional<Refusal> refusal_of(std::string_view word, bool opens_group);

}  // namespace dateline
