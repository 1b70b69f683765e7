#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dateline {

/// A character of a text that may hold anything: a byte that begins none (also of overlong forms,
/// surrogates, codes over U+10FFFF) comes as U+FFFD, one byte long and not valid.
struct ShownCharacter {
    char32_t code = 0xFFFD;
    std::uint32_t bytes = 1;
    bool valid = false;
};

/// `offset` is less than text.size().
ShownCharacter shown_character(std::string_view text, std::size_t offset);

/// White_Space of Unicode.
bool is_blank(char32_t code);
/// C0, DEL, C1.
bool is_control(char32_t code);
/// Bidirectional embeddings, overrides and isolates, which can make text read as something else.
bool overrides_direction(char32_t code);

/// What a terminal needs for a character: 0, 1 or 2. No locale is asked.
std::size_t columns_of(char32_t code);

/// End of the character at `offset` with all that belongs to it: combining marks, vowel signs,
/// emoji sequences, the second letter of a flag (close to Unicode's grapheme clusters).
std::size_t cluster_end(std::string_view text, std::size_t offset);

}  // namespace dateline
