#include "corpus/paragraphs.hpp"

#include "corpus/wrapped_lines.hpp"

#include <algorithm>
#include <vector>

namespace dateline {
namespace {

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

std::vector<LineBlock> split_blocks(const std::vector<TextLine>& lines) {
    const bool indent_counts =
        std::none_of(lines.begin(), lines.end(), [](const TextLine& l) { return l.text.empty(); });
    std::vector<LineBlock> blocks;
    std::size_t begin = 0;
    const auto close = [&](std::size_t end) {
        if (end > begin) blocks.push_back(LineBlock(lines).subspan(begin, end - begin));
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

struct MeasuredBlock {
    LineBlock lines;
    std::size_t wrap_width = 0;  ///< of lines that are wrapped for certain; else 0
};

std::vector<MeasuredBlock> measure(const std::vector<LineBlock>& blocks) {
    std::vector<MeasuredBlock> measured;
    measured.reserve(blocks.size());
    for (const LineBlock block : blocks)
        measured.push_back({block, is_wrapped(block) ? width_of(block) : 0});
    return measured;
}

/// 0 where no block is wrapped for certain. Only these count, so that laying out what is laid out,
/// where none is left, changes nothing.
std::size_t wrap_width(const std::vector<MeasuredBlock>& blocks) {
    std::size_t width = 0;
    for (const MeasuredBlock& block : blocks) width = std::max(width, block.wrap_width);
    return width;
}

std::string_view line_separator(LineBlock block) {
    const std::size_t breaks = block.size() - 1;
    const auto sentences = static_cast<std::size_t>(
        std::count_if(block.begin(), block.end() - 1,
                      [](const TextLine& line) { return ends_like_sentence(line.text); }));
    return width_of(block) > 100 || sentences * 4 >= breaks * 3 ? "\n\n" : "\n";
}

void append_lines(std::string& body, LineBlock block) {
    const std::string_view separator = block.size() > 1 ? line_separator(block) : "";
    for (std::size_t i = 0; i < block.size(); ++i) {
        if (i > 0) body += separator;
        body += block[i].text;
    }
}

/// From the beginning of its first line that is not blank, whose indent is compared with the
/// second's, to its last character.
std::string_view without_blank_ends(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\n");
    if (begin == text.npos) return {};
    const std::size_t newline = text.rfind('\n', begin);
    text.remove_prefix(newline == text.npos ? 0 : newline + 1);
    return text.substr(0, text.find_last_not_of(" \t\n") + 1);
}

}  // namespace

std::string lay_out_paragraphs(std::string_view text, LineEnds ends) {
    if (is_laid_out(text)) return std::string(text);
    text = without_blank_ends(text);
    const std::vector<TextLine> lines = split_lines(text);
    const std::vector<MeasuredBlock> blocks = measure(split_blocks(lines));
    const std::size_t text_width = wrap_width(blocks);
    LineHyphens hyphens(text);
    std::string body;
    body.reserve(text.size() + lines.size());
    for (const auto& [block, own_width] : blocks) {
        if (!body.empty()) body += "\n\n";
        if (own_width > 0) {
            body += join_wrapped_lines(block, own_width, hyphens);
        } else if (is_wrapped_raggedly(block, text_width) || is_wrapped_raggedly(block, 0) ||
                   (ends == LineEnds::wrapped && may_be_wrapped(block))) {
            body += join_wrapped_lines(block, std::max(text_width, width_of(block)), hyphens);
        } else {
            append_lines(body, block);
        }
    }
    return body;
}

}  // namespace dateline
