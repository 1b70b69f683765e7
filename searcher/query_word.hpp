#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "searcher/query.hpp"

namespace dateline {

/// w/5, pre/5, w/s, w/p and their other names.
struct NearOperator {
    Reach reach = Reach::words;
    std::uint32_t distance = 0;  ///< 1: side by side; 0 unless reach is words
    bool is_ordered = false;
};

/// What stands wrong in a bare word.
struct WordProblem {
    std::size_t offset = 0;
    std::string message;
    std::string hint;
};

/// A bare word without the signs of its operators: =word, wor*, w?rd, word~, word~2, each perhaps
/// with ^2.5 at its end.
struct BareWord {
    std::string_view text;
    WordMatch match = WordMatch::stem;
    std::uint32_t edits = 0;   ///< of fuzzy: 1 or 2
    std::string_view boost{};  ///< "2.5", or empty where it has none
    std::optional<WordProblem> problem{};
};
BareWord read_bare_word(std::string_view word);

/// The operator that a bare word is: w/5, near/5, NEAR (10 words), pre/5, adj/5, ADJ (1 word), w/s,
/// w/p. In any case, but for NEAR and ADJ, which are words in lower case. A distance that is 0 or
/// too large is 0.
std::optional<NearOperator> near_operator(std::string_view word);

/// N of atleastN, in any case; 0 where N is 0 or too large; nullopt for another word.
std::optional<std::uint32_t> at_least_count(std::string_view word);

/// Thousandths that "2", "0.5" or "1.25" say; nullopt unless 0.001 to 1000.
std::optional<std::uint32_t> read_boost(std::string_view number);
/// The shortest text that read_boost reads so.
std::string boost_text(std::uint32_t thousandths);

inline constexpr std::uint32_t max_distance = 10'000;
inline constexpr std::uint32_t max_times = 10'000;
inline constexpr std::uint32_t max_edits = 2;

/// Whether '?' or '*' of a pattern stands at its beginning (of `pattern`).
inline bool is_wildcard(char c) { return c == '*' || c == '?'; }

}  // namespace dateline
