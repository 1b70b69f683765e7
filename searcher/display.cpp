#include "searcher/columns.hpp"
#include "searcher/render.hpp"

namespace dateline {

namespace {

constexpr std::string_view replacement_character = "\xEF\xBF\xBD";

bool ends_line(char32_t code) {
    return code == '\n' || code == '\r' || code == 0x85 || code == 0x2028 || code == 0x2029;
}

// What stands for the character in output.
std::string_view shown(std::string_view text, std::size_t offset, const ShownCharacter& character) {
    if (!character.valid) return replacement_character;
    if (character.code == '\t' || ends_line(character.code)) return " ";
    if (is_control(character.code) || overrides_direction(character.code)) return {};
    return text.substr(offset, character.bytes);
}

}  // namespace

std::size_t display_width(std::string_view text) {
    std::size_t columns = 0;
    for (std::size_t offset = 0; offset < text.size();) {
        const ShownCharacter character = shown_character(text, offset);
        columns += columns_of(character.code);
        offset += character.bytes;
    }
    return columns;
}

std::string printable(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t offset = 0; offset < text.size();) {
        const ShownCharacter character = shown_character(text, offset);
        out += shown(text, offset, character);
        offset += character.bytes;
    }
    return out;
}

}  // namespace dateline
