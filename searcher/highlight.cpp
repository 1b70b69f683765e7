#include "searcher/highlight.hpp"

#include <algorithm>

#include "searcher/phrase.hpp"

namespace dateline {

namespace {

// Words of the text that an occurrence of `size` words at `start` covers, as a byte range. Word 0
// is the first of the window.
TextRange range_in_text(const TextWindow& window, std::size_t start, std::size_t size) {
    const std::size_t text_begin = window.before.size();
    const std::size_t text_end = text_begin + window.tokens.size();
    const std::size_t first = std::max(start, text_begin);
    const std::size_t end = std::min(start + size, text_end);
    if (first >= end) return {};
    return {window.tokens[first - text_begin].range.begin,
            window.tokens[end - 1 - text_begin].range.end};
}

std::vector<TextRange> disjoint(std::vector<TextRange> ranges) {
    std::ranges::sort(ranges);
    std::vector<TextRange> merged;
    for (const TextRange& range : ranges) {
        if (!merged.empty() && range.begin < merged.back().end)
            merged.back().end = std::max(merged.back().end, range.end);
        else
            merged.push_back(range);
    }
    return merged;
}

std::vector<const Word*> all_words(const TextWindow& window) {
    std::vector<const Word*> words = window.before;
    for (const Token& token : window.tokens) words.push_back(token.word);
    words.insert(words.end(), window.after.begin(), window.after.end());
    return words;
}

bool only_in_lead(Field field) { return field == Field::lead || field == Field::hlead; }

}  // namespace

bool reaches(Field field, TextPart part) {
    switch (field) {
        case Field::any:
            return true;
        case Field::headline:
            return part == TextPart::headline;
        case Field::hlead:
            return part != TextPart::body;
        case Field::lead:
            return part == TextPart::lead;
        case Field::body:
            return part != TextPart::headline;
        default:
            return false;
    }
}

std::size_t context_words(const Plan& plan, std::size_t language) {
    std::size_t words = 0;
    for (const TextLeaf& leaf : plan.leaves)
        if (leaf.ranks) words = std::max(words, leaf.words[language].tokens.size());
    return words == 0 ? 0 : words - 1;
}

std::vector<TextRange> matched_ranges(const TextWindow& window, TextPart part, const Plan& plan,
                                      std::size_t language) {
    std::vector<TextRange> ranges;
    const std::vector<const Word*> words = all_words(window);
    for (const TextLeaf& leaf : plan.leaves) {
        if (!leaf.ranks || !reaches(leaf.field, part)) continue;
        const AskedWords& asked = leaf.words[language];
        for (const std::size_t start : occurrences(words, asked, leaf.exact_forms)) {
            const bool leaves_lead =
                start + asked.tokens.size() > window.before.size() + window.tokens.size();
            if (leaves_lead && only_in_lead(leaf.field)) continue;
            const TextRange range = range_in_text(window, start, asked.tokens.size());
            if (!range.empty()) ranges.push_back(range);
        }
    }
    return disjoint(std::move(ranges));
}

}  // namespace dateline
