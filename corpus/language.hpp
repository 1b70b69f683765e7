#pragma once

#include <cstdint>
#include <string_view>

namespace dateline {

/// What an apostrophe inside a word means.
enum class ApostropheUse : std::uint8_t {
    possessive,  ///< a final 's is no part of the stem
    elision,     ///< a small word before it (l'Irak) is a word of its own
    ending,      ///< all after it is an ending (Irak'ta)
};

/// How a language is written, as far as the analyzer must know.
struct Language {
    std::string_view code;
    std::u32string_view kept_letters{};  ///< in lower case; letters of their own, that do not fold
    ApostropheUse apostrophe = ApostropheUse::possessive;
    std::string_view elisions{};  ///< folded, each between two blanks
    bool has_dotless_i = false;
    bool has_decimal_comma = false;
    /// Its stemmer knows no diacritics, so that words are folded before.
    bool stems_folded = false;

    bool elides(std::string_view folded) const;
};

/// ISO 639 code; a language without special rules has the default row, with an empty code.
const Language& language_rules(std::string_view code);

}  // namespace dateline
