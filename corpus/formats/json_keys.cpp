#include "corpus/formats/json_keys.hpp"

#include "corpus/ascii.hpp"
#include "corpus/unicode.hpp"

#include <algorithm>
#include <string>

namespace dateline {
namespace {

constexpr auto rows_by_name = [] {
    std::array<std::size_t, json_keys.size()> rows{};
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = i;
    std::sort(rows.begin(), rows.end(),
              [](std::size_t a, std::size_t b) { return json_keys[a].name < json_keys[b].name; });
    return rows;
}();

constexpr std::size_t longest_name = [] {
    std::size_t longest = 0;
    for (const JsonKey& key : json_keys) longest = std::max(longest, key.name.size());
    return longest;
}();

std::optional<std::size_t> row_named(std::string_view name) {
    const auto row =
        std::lower_bound(rows_by_name.begin(), rows_by_name.end(), name,
                         [](std::size_t i, std::string_view n) { return json_keys[i].name < n; });
    if (row == rows_by_name.end() || json_keys[*row].name != name) return std::nullopt;
    return *row;
}

bool is_of_name(char32_t character) {
    switch (character_class(character)) {
        case CharacterClass::letter:
        case CharacterClass::digit:
        case CharacterClass::mark:
        case CharacterClass::unspaced:
            return true;
        default:
            return false;
    }
}

std::optional<std::size_t> row_beyond_ascii(std::string_view key) {
    constexpr std::size_t longest_key_bytes = 4 * longest_name;
    if (key.size() > longest_key_bytes) return std::nullopt;
    std::u32string name = fold_diacritics(lower_case(to_utf32(key)));
    std::erase_if(name, [](char32_t character) { return !is_of_name(character); });
    return row_named(to_utf8(name));
}

}  // namespace

std::optional<std::size_t> json_key_row(std::string_view key) {
    std::array<char, longest_name> folded{};
    std::size_t size = 0;
    for (char c : key) {
        if (is_beyond_ascii(c)) return row_beyond_ascii(key);
        c = lower_ascii(c);
        if (!is_ascii_letter(c) && !is_ascii_digit(c)) continue;
        if (size == longest_name) return std::nullopt;
        folded[size++] = c;
    }
    return row_named(std::string_view(folded.data(), size));
}

}  // namespace dateline
