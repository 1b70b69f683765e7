#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "corpus/unicode.hpp"

// Written by generate_unicode when the project is built, so that a search need not load ICU.
namespace dateline::detail {

/// What a character becomes: 0 is itself; less than `mapping_is_text` one other character; else
/// bits 24 to 30 are a number of characters (possibly 0) and bits 0 to 23 where they begin in
/// mapped_text.
using CharacterMapping = std::uint32_t;
inline constexpr CharacterMapping mapping_is_text = std::uint32_t{1} << 31;

struct CharacterRecord {
    CharacterClass character_class = CharacterClass::other;
    CharacterMapping lower = 0;
    CharacterMapping folded = 0;
    bool operator==(const CharacterRecord&) const = default;
    auto operator<=>(const CharacterRecord&) const = default;
};

struct Composition {
    char32_t first = 0;
    char32_t second = 0;
    char32_t composite = 0;
};

inline constexpr unsigned block_bits = 7;  ///< 128 characters a block
inline constexpr char32_t character_limit = 0x110000;

extern const std::uint16_t block_of_characters[];  ///< of character >> block_bits
extern const std::uint16_t record_numbers[];       ///< block after block
extern const CharacterRecord character_records[];
extern const char32_t mapped_text[];
extern const Composition compositions[];  ///< ascending by first, then second
extern const std::size_t composition_count;
extern const std::string_view unicode_version;
extern const std::string_view
    stems_fingerprint;  ///< of the stemmers that the project is built with

}  // namespace dateline::detail
