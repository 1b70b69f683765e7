#include "searcher/markdown.hpp"

#include <algorithm>

#include "corpus/ascii.hpp"
#include "corpus/trimmed.hpp"
#include "searcher/render.hpp"
#include "searcher/web_link.hpp"

namespace dateline {

namespace {

constexpr std::string_view bold = "**";
constexpr std::string_view always_markup = "\\`*_[]<>&~#$|";
constexpr std::string_view markup_at_begin = "+-=:";  // of lists, rules, headings, definitions

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (always_markup.find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
    return out;
}

// "1. May" is no list.
std::string escaped_begin(std::string line) {
    const auto digits =
        static_cast<std::size_t>(std::ranges::find_if_not(line, is_ascii_digit) - line.begin());
    const bool is_number =
        digits > 0 && digits < line.size() && (line[digits] == '.' || line[digits] == ')');
    if (is_number) return line.insert(digits, 1, '\\');
    if (!line.empty() && markup_at_begin.find(line.front()) != std::string_view::npos)
        line.insert(0, 1, '\\');
    return line;
}

std::string with_single_blanks(std::string text) {
    const auto are_blanks = [](char a, char b) { return a == ' ' && b == ' '; };
    text.erase(std::unique(text.begin(), text.end(), are_blanks), text.end());
    return text;
}

// Blanks at its ends stay outside: inside, the stars would be stars.
std::string in_bold(std::string_view text) {
    std::string shown = printable(text);
    const std::string_view word = trimmed(shown, " ");
    if (word.empty()) return shown;
    const auto before = static_cast<std::size_t>(word.data() - shown.data());
    return std::string(before, ' ')
        .append(bold)
        .append(escaped(word))
        .append(bold)
        .append(shown.size() - before - word.size(), ' ');
}

// Where one ends and the next begins at once, the stars between them would be text.
std::vector<TextRange> joined(const std::vector<TextRange>& matches) {
    std::vector<TextRange> apart;
    for (const TextRange match : matches) {
        if (!apart.empty() && match.begin <= apart.back().end)
            apart.back().end = std::max(apart.back().end, match.end);
        else
            apart.push_back(match);
    }
    return apart;
}

}  // namespace

std::string markdown_text(std::string_view text, const std::vector<TextRange>& matches) {
    std::string line;
    std::uint32_t at = 0;
    for (const TextRange match : joined(matches)) {
        line += escaped(printable(text.substr(at, match.begin - at)));
        line += in_bold(match.in(text));
        at = match.end;
    }
    line += escaped(printable(text.substr(at)));
    return escaped_begin(with_single_blanks(std::string(trimmed(line, " "))));
}

std::string markdown_link(const std::string& label, std::string_view url) {
    const std::string address = web_address(url);
    if (address.empty()) return label;
    std::string target;
    const bool may_hold_entities = address.find(';') != std::string::npos;  // "&copy;"
    for (const char c : address) {
        if (c == '&' && may_hold_entities) target += '\\';
        target += c;
    }
    return "[" + label + "](" + target + ")";
}

std::string markdown_code(std::string_view text) {
    const std::string shown = printable(text);
    std::size_t longest = 0;
    for (std::size_t run = 0, i = 0; i < shown.size(); ++i) {
        run = shown[i] == '`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    const std::string fence(longest + 1, '`');
    const std::string blank = longest > 0 ? " " : "";
    return fence + blank + shown + blank + fence;
}

}  // namespace dateline
