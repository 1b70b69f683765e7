#include "corpus/wrapped_lines.hpp"

#include <algorithm>

namespace dateline {
namespace {

std::string_view first_word(std::string_view line) {
    return line.substr(0, line.find_first_of(" \t"));
}

/// Room for the next word was left in plenty, whatever the habits of the machine that wrapped it.
bool is_short_line(const TextLine& line, const TextLine& next, std::size_t width) {
    return (character_count(line.text) + 1 + character_count(first_word(next.text))) * 5 <
           width * 4;
}

bool begins_lower(std::string_view text) { return text.front() >= 'a' && text.front() <= 'z'; }
bool begins_upper(std::string_view text) { return text.front() >= 'A' && text.front() <= 'Z'; }

bool has_short_line(LineBlock block, std::size_t width) {
    for (std::size_t i = 0; i + 1 < block.size(); ++i) {
        const bool ends_paragraph =
            ends_like_sentence(block[i].text) && !begins_lower(block[i + 1].text);
        if (is_short_line(block[i], block[i + 1], width) && !ends_paragraph) return true;
    }
    return false;
}

/// How the lines below line breaks begin. Digits and quotes say nothing.
struct BreakCounts {
    std::size_t lower = 0;
    std::size_t upper = 0;
};

BreakCounts count_breaks(LineBlock block) {
    BreakCounts counts;
    for (const TextLine& line : block.subspan(1)) {
        counts.lower += begins_lower(line.text) ? 1 : 0;
        counts.upper += begins_upper(line.text) ? 1 : 0;
    }
    return counts;
}

}  // namespace

std::size_t width_of(LineBlock block) {
    std::size_t width = 0;
    for (const TextLine& line : block) width = std::max(width, character_count(line.text));
    return width;
}

bool is_wrapped(LineBlock block) {
    const std::size_t width = width_of(block);
    const std::size_t widest_wrap = block.size() < 4 ? 100 : 200;
    if (block.size() < 2 || width < 40 || width > widest_wrap) return false;
    const std::size_t breaks = block.size() - 1;
    std::size_t full = 0;
    for (std::size_t i = 0; i < breaks; ++i)
        full += is_full_line(block[i].text, block[i + 1].text, width) ? 1 : 0;
    return full * 4 >= breaks * 3;
}

bool is_wrapped_raggedly(LineBlock block, std::size_t width) {
    const std::size_t own_width = width_of(block);
    const bool is_alone = width == 0;
    if (block.size() < 2 || (is_alone && (own_width < 50 || own_width > 100))) return false;
    if (is_alone) width = own_width;
    if (own_width > width + width / 5 || has_short_line(block, width)) return false;
    const BreakCounts counts = count_breaks(block);
    return is_alone ? counts.lower >= 1 && counts.upper * 4 <= block.size() - 1
                    : counts.lower >= counts.upper;
}

bool may_be_wrapped(LineBlock block) {
    constexpr std::size_t least_width = 40;
    constexpr std::size_t greatest_width = 100;
    const std::size_t width = width_of(block);
    if (block.size() < 2 || width > greatest_width) return false;
    for (std::size_t i = 0; i + 1 < block.size(); ++i) {
        const TextLine& next = block[i + 1];
        if (block[i].text.find("   ") != std::string_view::npos) return false;
        if (begins_lower(next.text)) continue;
        const bool has_room = is_short_line(block[i], next, width) || width < least_width;
        if (has_room && !ends_like_sentence(block[i].text)) return false;
    }
    return block.back().text.find("   ") == std::string_view::npos;
}

std::string join_wrapped_lines(LineBlock block, std::size_t width, LineHyphens& hyphens) {
    std::string joined(block.front().text);
    for (std::size_t i = 1; i < block.size(); ++i) {
        const TextLine& before = block[i - 1];
        const HyphenJoin join = hyphens.join(before.text, block[i].text);
        if (is_short_line(before, block[i], width) && ends_like_sentence(before.text)) {
            joined += "\n\n";
        } else if (join == HyphenJoin::word) {
            joined.pop_back();
        } else if (join == HyphenJoin::blank) {
            joined += ' ';
        }
        joined += block[i].text;
    }
    return joined;
}

}  // namespace dateline
