#include "corpus/text_lines.hpp"

#include <algorithm>
#include <array>

namespace dateline {
namespace {

constexpr std::string_view blanks = " \t";

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
