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

/// Bare words that mean something else elsewhere (&&, ||, a long dash before a word) would be
/// misread when searched as they stand.
std::optional<Refusal> refusal_of(std::string_view word);

}  // namespace dateline
