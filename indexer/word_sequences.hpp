#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace dateline {

/// How many words side by side make a sequence, by which texts are compared.
inline constexpr std::size_t sequence_words = 5;

/// The words by which articles are compared: those of the body, or of headline and body where the
/// body has fewer words than this. "Read more" under a thousand headlines is not one story.
inline constexpr std::size_t least_body_words = 20;
std::vector<std::uint64_t> compared_words(std::span<const std::uint64_t> headline,
                                          std::vector<std::uint64_t> body);

/// Of one word as it is compared: Word::folded.
std::uint64_t word_hash(std::string_view folded);

/// All bits of the result depend on all bits of `value`; a bijection (the finalizer of
/// MurmurHash3).
constexpr std::uint64_t scattered(std::uint64_t value) {
    value = (value ^ value >> 33) * 0xFF51AFD7ED558CCD;
    value = (value ^ value >> 33) * 0xC4CEB9FE1A85EC53;
    return value ^ value >> 33;
}

/// Calls `visit` with a hash of each sequence in order, given the hashes of a text's words. A text
/// of fewer words than a sequence has is one; one without words has none.
template <class Visit>
void visit_sequences(std::span<const std::uint64_t> words, const Visit& visit) {
    constexpr std::uint64_t factor = 0x9E3779B97F4A7C15;
    if (words.empty()) return;
    const std::size_t length = std::min(sequence_words, words.size());
    for (std::size_t i = 0; i + length <= words.size(); ++i) {
        std::uint64_t hash = length;
        for (std::size_t k = 0; k < length; ++k) hash = hash * factor + words[i + k];
        visit(scattered(hash));
    }
}

/// The different sequences of a text, ascending.
std::vector<std::uint64_t> sequence_set(std::span<const std::uint64_t> words);

/// Jaccard similarity of two sequence sets, 0 to 1: of all the sequences, the share that both have.
/// Two texts without words share nothing.
double shared_sequences(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b);

}  // namespace dateline
