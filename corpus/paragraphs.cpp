#include "corpus/paragraphs.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace dateline {
namespace {

constexpr std::string_view blanks = " \t";

using Block = std::span<const TextLine>;

enum class BlockLayout { wrapped, paragraphs, list };

bool is_blank(char c) { return c == ' ' || c == '\t'; }

/// The common case, told without taking the text apart.
bool is_laid_out(std::string_view text) {
    if (text.empty()) return true;
    const auto is_space = [](char c) { return is_blank(c) || c == '\n'; };
    if (is_space(text.front()) || is_space(text.back())) return false;
    for (std::size_t at = text.find('\n'); at != text.npos; at = text.find('\n', at + 2)) {
        // Neither the first nor the last byte is a newline, so the neighbours exist.
        if (text[at + 1] != '\n' || is_blank(text[at - 1]) || is_space(text[at + 2])) return false;
    }
    return true;
}

std::vector<Block> split_blocks(const std::vector<TextLine>& lines) {
    const bool indent_counts =
        std::none_of(lines.begin(), lines.end(), [](const TextLine& l) { return l.text.empty(); });
    std::vector<Block> blocks;
    std::size_t begin = 0;
    const auto close = [&](std::size_t end) {
        if (end > begin) blocks.push_back(Block(lines).subspan(begin, end - begin));
        begin = end;
    };
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].text.empty()) {
            close(i);
            begin = i + 1;
        } else if (indent_counts && i > begin && lines[i].indent >= lines[i - 1].indent + 2) {
            close(i);
        }
    }
    close(lines.size());
    return blocks;
}

BlockLayout layout_of(Block block) {
    std::size_t width = 0;
    for (const TextLine& line : block) width = std::max(width, character_count(line.text));
    const std::size_t breaks = block.size() - 1;
    std::size_t full = 0;
    std::size_t sentences = 0;
    for (std::size_t i = 0; i < breaks; ++i) {
        full += is_full_line(block[i].text, block[i + 1].text, width) ? 1 : 0;
        sentences += ends_like_sentence(block[i].text) ? 1 : 0;
    }
    const std::size_t widest_wrap = block.size() < 4 ? 100 : 200;
    if (width >= 40 && width <= widest_wrap && full * 4 >= breaks * 3) return BlockLayout::wrapped;
    if (width > 100 || sentences * 4 >= breaks * 3) return BlockLayout::paragraphs;
    return BlockLayout::list;
}

std::string_view line_separator(Block block) {
    if (block.size() < 2) return "";
    switch (layout_of(block)) {
        case BlockLayout::wrapped:
            return " ";
        case BlockLayout::paragraphs:
            return "\n\n";
        case BlockLayout::list:
            return "\n";
    }
    return "";
}

constexpr std::array<std::string_view, 10> closers{"\"", "'", ")", "]",  "”",
                                                   "’",  "»", "›", "」", "』"};
constexpr std::array<std::string_view, 11> stops{".",  "!", "?", "…", "。", "！",
                                                 "？", "؟", "۔", "।", "።"};

template <std::size_t N>
std::size_t suffix_size(std::string_view text, const std::array<std::string_view, N>& suffixes) {
    for (std::string_view suffix : suffixes) {
        if (text.ends_with(suffix)) return suffix.size();
    }
    return 0;
}

}  // namespace

std::vector<TextLine> split_lines(std::string_view text) {
    std::vector<TextLine> lines;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        std::string_view line = text.substr(begin, end - begin);
        const std::size_t indent = std::min(line.find_first_not_of(blanks), line.size());
        line.remove_prefix(indent);
        line = line.substr(0, line.find_last_not_of(blanks) + 1);
        lines.push_back({line, indent, end});
        begin = end + 1;
    }
    return lines;
}

std::string lay_out_paragraphs(std::string_view text) {
    if (is_laid_out(text)) return std::string(text);
    const std::size_t begin = text.find_first_not_of(" \t\n");
    if (begin == text.npos) return {};
    // The indent of the first line stays: it is compared with the second's.
    const std::size_t newline = text.rfind('\n', begin);
    text.remove_prefix(newline == text.npos ? 0 : newline + 1);
    text = text.substr(0, text.find_last_not_of(" \t\n") + 1);

    const std::vector<TextLine> lines = split_lines(text);
    std::string body;
    body.reserve(text.size() + lines.size());
    for (const Block block : split_blocks(lines)) {
        const std::string_view separator = line_separator(block);
        if (!body.empty()) body += "\n\n";
        for (std::size_t i = 0; i < block.size(); ++i) {
            if (i > 0) body += separator;
            body += block[i].text;
        }
    }
    return body;
}

bool ends_like_sentence(std::string_view text) {
    while (const std::size_t size = suffix_size(text, closers)) text.remove_suffix(size);
    return suffix_size(text, stops) > 0;
}

std::size_t character_count(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    }));
}

bool is_full_line(std::string_view line, std::string_view next, std::size_t width_characters) {
    const std::string_view first_word = next.substr(0, next.find_first_of(blanks));
    return character_count(line) + 1 + character_count(first_word) > width_characters;
}

}  // namespace dateline
