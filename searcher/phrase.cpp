#include "searcher/phrase.hpp"

#include <algorithm>

namespace dateline {

namespace {

// Sets of token counts ("the first i tokens of the phrase have been met") are bits of one number.
constexpr std::size_t most_tokens = 63;

bool holds(std::uint64_t mask, std::uint32_t term) { return (mask >> term & 1) != 0; }

// The counts that a passage with `mask` can end with when it begins with one of `counts` and holds
// at least one more token.
std::uint64_t counts_after(std::uint64_t counts, std::uint64_t mask,
                           std::span<const std::uint32_t> term_of_token) {
    std::uint64_t after = 0;
    for (std::size_t i = 0; i < term_of_token.size(); ++i)
        if (((counts | after) >> i & 1) != 0 && holds(mask, term_of_token[i]))
            after |= std::uint64_t{1} << (i + 1);
    return after;
}

// One past the last passage that a phrase which begins in passage `first` can end in; `first` where
// none can begin there.
std::size_t end_of_phrase(std::span<const std::uint64_t> masks, std::size_t first,
                          std::span<const std::uint32_t> term_of_token) {
    const std::uint64_t complete = std::uint64_t{1} << term_of_token.size();
    std::size_t end = first;
    std::uint64_t counts = 1;
    for (std::size_t i = first; i < masks.size() && counts != 0; ++i) {
        counts = counts_after(counts, masks[i], term_of_token);
        if ((counts & complete) != 0) end = i + 1;
    }
    return end;
}

// The same of two tokens, the first of which passage `first` holds.
std::size_t end_of_pair(std::span<const std::uint64_t> masks, std::size_t first,
                        std::uint32_t second_term,
                        const std::function<bool(std::uint32_t)>& may_begin_with_second) {
    const std::size_t next = first + 1;
    if (next < masks.size() && holds(masks[next], second_term) &&
        may_begin_with_second(static_cast<std::uint32_t>(next)))
        return next + 1;
    return holds(masks[first], second_term) ? first + 1 : first;
}

}  // namespace

bool is_asked(const Word& word, std::string_view written, const AskedToken& asked) {
    if (!asked.acronym.empty()) return word.acronym == asked.acronym;
    switch (asked.match) {
        case WordMatch::stem:
            return word.term == asked.term;
        case WordMatch::form:
            return word.folded == asked.folded;
        case WordMatch::letters:
            return is_written_as(written, asked.letters);
        case WordMatch::pattern:
        case WordMatch::fuzzy:
            return asked.expansion &&
                   std::ranges::binary_search(asked.expansion->forms, word.folded);
    }
    return false;
}

bool is_written_as(std::string_view written, std::string_view letters) {
    if (!written.starts_with(letters)) return false;
    const std::string_view rest = written.substr(letters.size());
    return rest.empty() || rest == "'s" || rest == "\u2019s";
}

std::vector<std::size_t> occurrences(std::span<const Word* const> words, const AskedWords& asked) {
    const std::size_t size = asked.tokens.size();
    std::vector<std::size_t> starts;
    for (std::size_t start = 0; size > 0 && start + size <= words.size(); ++start)
        if (std::equal(asked.tokens.begin(), asked.tokens.end(),
                       words.begin() + static_cast<std::ptrdiff_t>(start),
                       [&](const AskedToken& token, const Word* word) {
                           return is_asked(*word, {}, token);
                       }))
            starts.push_back(start);
    return starts;
}

std::vector<PassageRun> runs_to_read(
    std::span<const std::uint64_t> masks, std::span<const std::uint32_t> term_of_token,
    const std::function<bool(std::uint32_t)>& may_begin_with_second) {
    const auto passages = static_cast<std::uint32_t>(masks.size());
    if (term_of_token.size() > most_tokens) return {{0, passages}};
    std::vector<PassageRun> runs;
    for (std::uint32_t first = 0; first < passages; ++first) {
        if (!holds(masks[first], term_of_token.front())) continue;
        const auto end = static_cast<std::uint32_t>(
            term_of_token.size() == 2
                ? end_of_pair(masks, first, term_of_token[1], may_begin_with_second)
                : end_of_phrase(masks, first, term_of_token));
        if (end == first) continue;
        if (!runs.empty() && runs.back().end >= first)
            runs.back().end = std::max(runs.back().end, end);
        else
            runs.push_back({first, end});
    }
    return runs;
}

}  // namespace dateline
