#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/analyzer.hpp"
#include "corpus/text_range.hpp"

namespace dateline {

/// The number of a unit in a segment: 0 for the most frequent one.
using UnitId = std::uint32_t;

/// A piece of a text: a word as written, or what stands between words. Units do not overlap, and
/// put together by UnitJoiner they are the text. One blank between two words is no unit: it goes
/// without saying; two words without anything between have the empty gap between them.
struct TextUnit {
    TextRange range;
    const Word* word = nullptr;  ///< nullptr: a gap
};

/// Cuts a text that was analysed into units, in place of what `units` held. True where each token
/// is a unit of its own, so that the words among the units are the words of the text; false where
/// tokens overlap (Chinese bigrams): the rest of a token that overlaps the one before is a gap
/// then, and only the text itself tells its words.
bool cut_into_units(std::string_view text, const std::vector<Token>& tokens,
                    std::vector<TextUnit>& units);

/// Puts a text together again from its units in order.
class UnitJoiner {
  public:
    explicit UnitJoiner(std::string& out) : out_(out) {}
    void add(std::string_view unit, bool is_word);

  private:
    std::string& out_;
    bool after_word_ = false;
};

}  // namespace dateline
