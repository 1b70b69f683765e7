#include "corpus/unicode.hpp"

#include <algorithm>
#include <utility>

#include "corpus/detail/unicode_tables.hpp"

namespace dateline {

namespace {

// Hangul syllables compose by arithmetic: Unicode Standard, section 3.12.
constexpr char32_t hangul_first = 0xAC00, leading_first = 0x1100, vowel_first = 0x1161;
constexpr char32_t before_trailing = 0x11A7;
constexpr char32_t leading_count = 19, vowel_count = 21, trailing_count = 28;

const detail::CharacterRecord& record_of(char32_t character) {
    if (character >= detail::character_limit) character = 0xFFFD;
    const std::size_t block = detail::block_of_characters[character >> detail::block_bits];
    const std::size_t place = character & ((1u << detail::block_bits) - 1);
    return detail::character_records[detail::record_numbers[(block << detail::block_bits) + place]];
}

// `character` must live as long as the result is used.
std::u32string_view mapped(detail::CharacterMapping mapping, const char32_t& character) {
    if (mapping == 0) return {&character, 1};
    const std::size_t offset = mapping & 0xFFFFFF;
    return {detail::mapped_text + offset, (mapping & ~detail::mapping_is_text) >> 24};
}

template <detail::CharacterMapping detail::CharacterRecord::*Mapping>
std::u32string map_each(std::u32string_view text) {
    std::u32string out;
    out.reserve(text.size());
    for (const char32_t character : text) {
        const detail::CharacterMapping mapping = record_of(character).*Mapping;
        if (mapping != 0 && mapping < detail::mapping_is_text)
            out.push_back(static_cast<char32_t>(mapping));
        else
            out.append(mapped(mapping, character));
    }
    return out;
}

char32_t composed_hangul(char32_t first, char32_t second) {
    const char32_t leading = first - leading_first, vowel = second - vowel_first;
    if (leading < leading_count && vowel < vowel_count)
        return hangul_first + (leading * vowel_count + vowel) * trailing_count;
    const char32_t syllable = first - hangul_first, trailing = second - before_trailing;
    const bool takes_trailing =
        syllable < leading_count * vowel_count * trailing_count && syllable % trailing_count == 0;
    return takes_trailing && trailing > 0 && trailing < trailing_count ? first + trailing : 0;
}

// 0 where the two have no composite.
char32_t composed(char32_t first, char32_t second) {
    if (const char32_t syllable = composed_hangul(first, second)) return syllable;
    const auto* end = detail::compositions + detail::composition_count;
    const auto* found = std::lower_bound(
        detail::compositions, end, std::pair(first, second),
        [](const auto& row, const auto& key) { return std::pair(row.first, row.second) < key; });
    return found != end && found->first == first && found->second == second ? found->composite : 0;
}

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

std::uint32_t sequence_size(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead < 0xC2 || lead > 0xF4) return 0;
    return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

}  // namespace

CharacterClass character_class(char32_t character) { return record_of(character).character_class; }

Character character_at(std::string_view text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80) return {lead, 1};
    const std::uint32_t size = sequence_size(lead);
    if (size == 0 || at + size > text.size()) return {0xFFFD, 1};
    char32_t code = lead & (0x7Fu >> size);
    for (std::uint32_t i = 1; i < size; ++i) {
        if (!is_continuation(text[at + i])) return {0xFFFD, 1};
        code = code << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3F);
    }
    return {code, size};
}

std::u32string to_utf32(std::string_view text) {
    std::u32string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const Character character = character_at(text, at);
        out.push_back(character.code);
        at += character.size;
    }
    return out;
}

std::string to_utf8(std::u32string_view text) {
    std::string out;
    out.reserve(text.size());
    const auto continuation = [&](char32_t bits) {
        out.push_back(static_cast<char>(0x80 | (bits & 0x3F)));
    };
    for (const char32_t code : text) {
        if (code < 0x80) {
            out.push_back(static_cast<char>(code));
            continue;
        }
        const unsigned size = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
        const unsigned lead = 0xF00u >> size & 0xFF;
        out.push_back(static_cast<char>(lead | code >> (6 * (size - 1))));
        for (unsigned i = size - 1; i-- > 0;) continuation(code >> (6 * i));
    }
    return out;
}

bool is_ascii(std::string_view text) {
    return std::none_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; });
}

std::u32string compose(std::u32string_view text) {
    std::u32string out;
    out.reserve(text.size());
    std::size_t base = 0;  // of `out`: the character that marks compose with
    for (const char32_t character : text) {
        const bool is_mark = character_class(character) == CharacterClass::mark;
        const char32_t composite = is_mark && !out.empty() ? composed(out[base], character) : 0;
        if (composite != 0) {
            out[base] = composite;
            continue;
        }
        if (!is_mark) base = out.size();
        out.push_back(character);
    }
    return out;
}

std::u32string lower_case(std::u32string_view text, CasingRules rules) {
    std::u32string composite = compose(text);
    if (rules == CasingRules::dotless_i)
        std::replace(composite.begin(), composite.end(), U'I', U'ı');
    // Compatibility forms of marks (half-width voicing) compose only now.
    return compose(map_each<&detail::CharacterRecord::lower>(composite));
}

std::u32string fold_diacritics(std::u32string_view text, std::u32string_view kept) {
    if (kept.empty()) return map_each<&detail::CharacterRecord::folded>(text);
    std::u32string out;
    for (const char32_t character : text) {
        const std::u32string_view one{&character, 1};
        if (kept.find(character) != kept.npos)
            out += one;
        else
            out += map_each<&detail::CharacterRecord::folded>(one);
    }
    return out;
}

std::string_view unicode_version() { return detail::unicode_version; }

}  // namespace dateline
