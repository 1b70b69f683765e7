#include "searcher/json_line.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <string_view>

#include "searcher/columns.hpp"

namespace dateline {

namespace {

bool must_be_escaped(char32_t code) {
    return is_control(code) || overrides_direction(code) || code == 0x2028 || code == 0x2029;
}

// Where the ASCII from `begin` on ends of which nothing must be escaped: most of most texts.
std::size_t end_of_plain(std::string_view text, std::size_t begin) {
    std::size_t end = begin;
    while (end < text.size() && text[end] >= ' ' && text[end] <= '~') ++end;
    return end;
}

}  // namespace

std::string json_line(const nlohmann::ordered_json& object) {
    const std::string text =
        object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    std::string out;
    out.reserve(text.size() + 1);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = end_of_plain(text, at);
        out.append(text, at, end - at);
        at = end;
        if (at == text.size()) break;
        const ShownCharacter character = shown_character(text, at);
        if (must_be_escaped(character.code)) {
            out += fmt::format("\\u{:04x}", static_cast<std::uint32_t>(character.code));
        } else {
            out += std::string_view(text).substr(at, character.bytes);
        }
        at += character.bytes;
    }
    return out + "\n";
}

}  // namespace dateline
