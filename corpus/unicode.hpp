#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace dateline {

/// What a character is to the search for words.
enum class CharacterClass : std::uint8_t {
    other,
    space,
    letter,
    digit,     ///< also superscripts and the digits of other scripts
    mark,      ///< belongs to the letter before it: combining marks, joiners, soft hyphens, tatweel
    unspaced,  ///< of a script that is written without blanks between words: Han, kana, Thai;
               ///< also Hangul
    apostrophe,  ///< ' and what is typed for it
    hyphen,      ///< - and the two Unicode hyphens, no dash
};

CharacterClass character_class(char32_t character);

struct Character {
    char32_t code = 0;
    std::uint32_t size = 0;  ///< bytes
};

/// The character whose first byte is text[at]; at < text.size(). Reads nothing beyond the text; a
/// byte that begins no character is U+FFFD.
Character character_at(std::string_view text, std::size_t at);

std::u32string to_utf32(std::string_view text);
std::string to_utf8(std::u32string_view text);
bool is_ascii(std::string_view text);

/// Letters and the marks after them put together where Unicode has one character for both, as NFC
/// does; marks out of canonical order are not sorted.
std::u32string compose(std::u32string_view text);

enum class CasingRules : std::uint8_t { standard, dotless_i };  ///< dotless_i: Turkish, Azeri

/// Composed text in lower case: compatibility forms (full width, ligatures) as their plain letters,
/// digits of all scripts in ASCII, apostrophes and hyphens in ASCII. Accents that compose with no
/// letter, vowel points of Arabic and Hebrew, tatweel and joiners are dropped.
std::u32string lower_case(std::u32string_view text, CasingRules rules = CasingRules::standard);

/// Lower case without diacritics: é e, ß ss, ё е, but й (as every letter of Cyrillic save ё) and
/// the vowel signs of Indic scripts stay. Characters in `kept` stay as they are.
std::u32string fold_diacritics(std::u32string_view text, std::u32string_view kept = {});

/// "15.0": of the tables.
std::string_view unicode_version();

}  // namespace dateline
