#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "corpus/text_range.hpp"
#include "searcher/plan.hpp"

namespace dateline {

/// Words of a text by their ordinals: half-open.
struct WordRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    auto operator<=>(const WordRange&) const = default;
};

/// A stretch of a text in which something was found, and the words in it that were.
struct Span {
    WordRange range;
    /// Ascending, disjoint; the first begins and the last ends with the stretch. Empty: all of it.
    std::vector<WordRange> words{};
    bool operator==(const Span&) const = default;
};
/// The words of a span; a view of it.
inline std::span<const WordRange> words_of(const Span& span) {
    return span.words.empty() ? std::span(&span.range, 1) : std::span(span.words);
}

/// Where an asked word stands in the text of its passage.
struct WordPlace {
    std::uint32_t word = 0;
    std::uint32_t passage = 0;  ///< of those that were read, from 0
    TextRange range;
};

/// What is known of a text, a headline or a whole body, before spans are looked for.
struct AskedText {
    std::vector<std::vector<std::uint32_t>> positions;  ///< by token: ordinals, ascending
    /// Where sentences end between asked words: the first word, or asked word, of what follows;
    /// ascending.
    std::vector<std::uint32_t> sentence_ends;
    std::vector<std::uint32_t> paragraph_ends;  ///< likewise
    std::vector<std::uint32_t> passage_ends;    ///< of a body: one past each passage's last word
    std::vector<WordPlace> places;  ///< of the asked words, ascending; only where they are wanted
    std::uint32_t lead_end = 0;     ///< of a body: one past the first passage's last word
};

/// Headline and body.
using AskedArticle = std::array<AskedText, 2>;

/// Where in an article a tree holds.
struct FoundSpans {
    std::vector<Span> headline;
    std::vector<Span> body;
    bool empty() const { return headline.empty() && body.empty(); }
};

/// The spans of a tree, sorted, each once. Of words: where they stand. Of any: those of all
/// children. Of near: the shortest stretches that hold one of each side (no stretch holds another
/// one: minimal intervals, as in Clarke, Cormack and Burkowski: "An Algebra for Structured Text
/// Search", The Computer Journal 38, 1995), in which no word serves both sides; at most number - 1
/// words stand between the sides, none where one lies within the other; each child of an any is
/// taken by itself. With a side denied: the spans of the other side that have none of it near. Of
/// at_least: those of the child where headline and body together have enough, or of those passages
/// in which enough begin.
FoundSpans find_spans(const SpanNode& tree, const AskedArticle& article);

/// The words at which those spans begin, ascending; in less time.
struct FoundBegins {
    bool in_headline = false;
    std::vector<std::uint32_t> body;
};
FoundBegins find_begins(const SpanNode& tree, const AskedArticle& article);

/// Whether sentences or paragraphs decide.
bool needs_breaks(const SpanNode& tree);

/// The tokens, by their indexes, that an article must hold for the tree to hold in it.
std::vector<std::uint32_t> needed_tokens(const SpanNode& tree);

}  // namespace dateline
