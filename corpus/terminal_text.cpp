#include "corpus/terminal_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

#include "corpus/utf8.hpp"

namespace dateline {

namespace {

// A byte where no character begins.
std::string_view first_character(std::string_view text) {
    return text.substr(0, std::max<std::size_t>(utf8_size(text), 1));
}

// Of those that must be escaped, which have one to three bytes.
std::uint32_t code_of(std::string_view character) {
    const auto byte = [&](std::size_t i) -> std::uint32_t {
        return static_cast<unsigned char>(character[i]);
    };
    if (character.size() == 1) return byte(0);
    if (character.size() == 2) return (byte(0) & 0x1FU) << 6 | (byte(1) & 0x3FU);
    return (byte(0) & 0x0FU) << 12 | (byte(1) & 0x3FU) << 6 | (byte(2) & 0x3FU);
}

}  // namespace

bool acts_on_terminal(std::string_view character) {
    const auto byte = static_cast<unsigned char>(character.front());
    if (character.size() == 1) return byte < 0x20 || byte >= 0x7F;
    if (character.size() == 2) return character >= "\xC2\x80" && character <= "\xC2\x9F";
    return (character >= "\xE2\x80\xAA" && character <= "\xE2\x80\xAE") ||
           (character >= "\xE2\x81\xA6" && character <= "\xE2\x81\xA9");
}

std::string without_controls(std::string_view text, std::string_view kept) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const std::string_view character = first_character(text);
        text.remove_prefix(character.size());
        out += character != kept && acts_on_terminal(character) ? "?" : character;
    }
    return out;
}

std::string escaped_json(std::string_view json) {
    std::string out;
    out.reserve(json.size());
    while (!json.empty()) {
        const std::string_view character = first_character(json);
        json.remove_prefix(character.size());
        if (acts_on_terminal(character))
            out += fmt::format("\\u{:04x}", code_of(character));
        else
            out += character;
    }
    return out;
}

}  // namespace dateline
