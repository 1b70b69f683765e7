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

}  // namespace

std::string json_line(const nlohmann::ordered_json& object) {
    const std::string text =
        object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    std::string out;
    out.reserve(text.size() + 1);
    for (std::size_t at = 0; at < text.size();) {
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
