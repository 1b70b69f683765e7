#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "corpus/analyzer.hpp"
#include "searcher/plan.hpp"

namespace dateline {

/// Whether a word of a text, which is `written` so, is what a query asks for, both in the same
/// language. Patterns and fuzzy words must have their expansion.
bool is_asked(const Word& word, std::string_view written, const AskedToken& asked);

/// `letters`, or its possessive.
bool is_written_as(std::string_view written, std::string_view letters);

/// Indexes into `words` where all of `asked`, which is plain, begins to stand side by side,
/// ascending.
std::vector<std::size_t> occurrences(std::span<const Word* const> words, const AskedWords& asked);

/// Neighbouring passages of an article, counted from 0: [first, end).
struct PassageRun {
    std::uint32_t first = 0;
    std::uint32_t end = 0;
    bool operator==(const PassageRun&) const = default;
};

/// Which passages of an article a phrase can stand in, as told by the terms they hold: bit
/// `term_of_token[i]` of a passage's mask is set where it holds token i. A phrase may go on over
/// several passages, as long as each of them holds some of it. Disjoint, ascending. Of a phrase of
/// two tokens that goes on in a passage, only if that `may_begin_with_second`.
std::vector<PassageRun> runs_to_read(
    std::span<const std::uint64_t> masks, std::span<const std::uint32_t> term_of_token,
    const std::function<bool(std::uint32_t)>& may_begin_with_second);

}  // namespace dateline
