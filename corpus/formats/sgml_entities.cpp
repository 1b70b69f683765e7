#include "corpus/formats/sgml_entities.hpp"

#include "corpus/html_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>

namespace dateline {
namespace {

struct Entity {
    std::string_view name;
    std::string_view text;
};

// The commonest first; then what HTML has not, or renders as white space, which html_text trims.
// "MD" to "TLD" stand in the New York Times of AQUAINT, "O" and "M" in ZIFF, the rest in the
// Federal Register.
constexpr std::array<Entity, 27> own_entities{{
    {"amp", "&"},  {"lt", "<"},   {"gt", ">"},     {"quot", "\""}, {"apos", "'"}, {"nbsp", " "},
    {"ensp", " "}, {"emsp", " "}, {"thinsp", " "}, {"blank", " "}, {"hyph", "-"}, {"dash", "-"},
    {"MD", "—"},   {"HT", "\t"},  {"UR", ""},      {"LR", ""},     {"QL", ""},    {"QR", ""},
    {"QC", ""},    {"G", ""},     {"TL", ""},      {"TLD", "~"},   {"O", ""},     {"M", ""},
    {"rsqb", "]"}, {"lsqb", "["}, {"bullet", "•"},
}};

constexpr std::size_t longest_name_bytes = 32;

void append_utf8(std::string& out, std::uint32_t code) {
    const auto tail = [&](int shift) {
        out += static_cast<char>(0x80U | ((code >> shift) & 0x3FU));
    };
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xC0U | (code >> 6));
        tail(0);
    } else if (code < 0x10000) {
        out += static_cast<char>(0xE0U | (code >> 12));
        tail(6);
        tail(0);
    } else {
        out += static_cast<char>(0xF0U | (code >> 18));
        tail(12);
        tail(6);
        tail(0);
    }
}

/// "#8217", "#x2019". nullopt where it is no number.
std::optional<std::uint32_t> numbered_character(std::string_view name) {
    if (!name.starts_with('#')) return std::nullopt;
    name.remove_prefix(1);
    const bool is_hex = name.starts_with('x') || name.starts_with('X');
    if (is_hex) name.remove_prefix(1);
    std::uint32_t code = 0;
    const auto [end, error] =
        std::from_chars(name.data(), name.data() + name.size(), code, is_hex ? 16 : 10);
    if (name.empty() || end != name.data() + name.size()) return std::nullopt;
    return error == std::errc() ? code : 0;
}

bool is_control(std::uint32_t code) {
    return (code < 0x20 && code != '\t' && code != '\n' && code != '\r') || code == 0x7F;
}

/// Codes 0x80 to 0x9F mean those of windows-1252, as HTML has it.
void append_numbered(std::string& out, std::uint32_t code) {
    const bool is_character = code < 0xD800 || (code > 0xDFFF && code < 0x110000);
    if (is_control(code) || !is_character) return;
    if (code >= 0x80 && code < 0xA0) {
        out += html_text(fmt::format("&#{};", code));
    } else {
        append_utf8(out, code);
    }
}

/// "Cx1f": a byte of the wire.
bool is_wire_code(std::string_view name) { return name.size() == 4 && name.starts_with("Cx"); }

/// False where no such entity is known.
bool append_entity(std::string& out, std::string_view name) {
    const auto own = std::find_if(own_entities.begin(), own_entities.end(),
                                  [&](const Entity& e) { return e.name == name; });
    if (own != own_entities.end()) {
        out += own->text;
        return true;
    }
    if (const auto code = numbered_character(name)) {
        append_numbered(out, *code);
        return true;
    }
    if (is_wire_code(name)) return true;
    const std::string reference = fmt::format("&{};", name);
    const std::string text = html_text(reference);
    if (text == reference || text.empty()) return false;
    out += text;
    return true;
}

bool is_name_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '#';
}

/// Of the entity at the start of `text`, which begins with '&'; empty where there is none.
std::string_view entity_name(std::string_view text) {
    const std::string_view rest = text.substr(1, longest_name_bytes + 1);
    const auto end = std::find_if_not(rest.begin(), rest.end(), is_name_byte);
    if (end == rest.begin() || end == rest.end() || *end != ';') return {};
    return rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
}

}  // namespace

void append_without_entities(std::string& out, std::string_view text) {
    for (std::size_t at = text.find('&'); at != text.npos; at = text.find('&')) {
        const std::string_view name = entity_name(text.substr(at));
        out += text.substr(0, at);
        const bool is_entity = !name.empty() && append_entity(out, name);
        if (!is_entity) out += '&';
        text.remove_prefix(at + (is_entity ? name.size() + 2 : 1));
    }
    out += text;
}

}  // namespace dateline
