#include "corpus/formats/sgml_tag.hpp"

#include "corpus/ascii.hpp"

#include <algorithm>

namespace dateline {
namespace {

constexpr std::string_view blanks = " \t\r\n";

bool is_letter(char c) { return lower_ascii(c) >= 'a' && lower_ascii(c) <= 'z'; }
bool is_name_byte(char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == ':';
}

std::size_t name_size(std::string_view text) {
    const auto end = std::find_if_not(text.begin(), text.end(), is_name_byte);
    return static_cast<std::size_t>(end - text.begin());
}

// No tag of news is longer; so a lone '<' costs no more than this.
constexpr std::size_t longest_tag_bytes = 4096;

/// "<!-- ... -->", "<!DOCTYPE ...>", "<?xml ...?>". `begin`: of its '<'.
std::optional<SgmlTag> declaration_at(std::string_view text, std::size_t begin) {
    const std::string_view rest = text.substr(begin, longest_tag_bytes);
    const std::size_t opening = rest.starts_with("<!--") ? 4 : 2;
    const std::string_view dashes = opening == 4 ? "--" : "";
    for (std::size_t close = rest.find('>', opening); close != rest.npos;
         close = rest.find('>', close + 1))
        if (rest.substr(opening, close - opening).ends_with(dashes))
            return SgmlTag{{}, {}, false, begin, begin + close + 1};
    return std::nullopt;
}

std::optional<SgmlTag> tag_at(std::string_view text, std::size_t begin) {
    std::string_view rest = text.substr(begin + 1, longest_tag_bytes);
    if (rest.starts_with('!') || rest.starts_with('?')) return declaration_at(text, begin);
    const bool is_end = rest.starts_with('/');
    if (is_end) rest.remove_prefix(1);
    if (rest.empty() || !is_letter(rest.front())) return std::nullopt;
    const std::size_t size = name_size(rest);
    // Addresses in brackets: <ida@post.example>, <http://post.example/>.
    const bool is_address = rest[size - 1] == ':' || rest.substr(size).starts_with('@');
    if (is_address) return std::nullopt;
    const std::size_t close = rest.find_first_of("<>", size);
    if (close == rest.npos || rest[close] == '<') return std::nullopt;
    const std::size_t end = begin + 1 + (is_end ? 1 : 0) + close + 1;
    return SgmlTag{rest.substr(0, size), rest.substr(size, close - size), is_end, begin, end};
}

std::string_view after_blanks(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
    return text;
}

/// The value at the start of `text`, quoted or not.
std::string_view leading_value(std::string_view text) {
    if (text.empty()) return {};
    const char quote = text.front();
    if (quote == '"' || quote == '\'') return text.substr(1, text.find(quote, 1) - 1);
    return text.substr(0, text.find_first_of(blanks));
}

}  // namespace

std::optional<SgmlTag> next_sgml_tag(std::string_view text, std::size_t from) {
    for (std::size_t at = text.find('<', from); at != text.npos; at = text.find('<', at + 1))
        if (const auto tag = tag_at(text, at)) return tag;
    return std::nullopt;
}

bool is_same_name(std::string_view name, std::string_view other) {
    return std::equal(name.begin(), name.end(), other.begin(), other.end(),
                      [](char a, char b) { return lower_ascii(a) == lower_ascii(b); });
}

std::string_view sgml_attribute(std::string_view attributes, std::string_view name) {
    for (std::string_view rest = after_blanks(attributes); !rest.empty();) {
        const std::size_t size = std::max<std::size_t>(name_size(rest), 1);
        const std::string_view found = rest.substr(0, size);
        rest = after_blanks(rest.substr(size));
        if (!rest.starts_with('=')) continue;
        rest = after_blanks(rest.substr(1));
        const std::string_view value = leading_value(rest);
        if (is_same_name(found, name)) return value;
        const bool is_quoted = !rest.empty() && value.data() != rest.data();
        rest = after_blanks(rest.substr(std::min(value.size() + (is_quoted ? 2 : 0), rest.size())));
    }
    return {};
}

}  // namespace dateline
