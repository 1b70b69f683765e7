#include "corpus/html_head.hpp"

#include "corpus/byline.hpp"
#include "corpus/clean_text.hpp"
#include "corpus/html_apart.hpp"
#include "corpus/shown_date.hpp"

#include <algorithm>
#include <array>

namespace dateline {
namespace {

constexpr std::size_t longest_line = 120;

/// Where the blocks of the head begin, where those below the headline do, and where they end.
struct HeadRange {
    std::size_t begin = 0;
    std::size_t below = 0;
    std::size_t end = 0;
    std::size_t text = 0;  // the block with the first sentence
    bool is_found = false;
};

HeadRange head_range(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks,
                     std::uint32_t headline, const std::vector<const HtmlBlock*>& body) {
    constexpr std::size_t most_above = 3;
    constexpr std::size_t most_below = 12;
    auto prose = std::find_if(body.begin(), body.end(),
                              [](const HtmlBlock* block) { return is_prose(*block); });
    if (prose == body.end())
        prose = std::find_if(body.begin(), body.end(),
                             [](const HtmlBlock* block) { return is_short_prose(*block); });
    if (prose == body.end()) return {};
    HeadRange range;
    const std::uint32_t text = (*prose)->first;
    const auto count_before = [&](std::uint32_t node) {
        return static_cast<std::size_t>(
            std::count_if(blocks.begin(), blocks.end(),
                          [&](const HtmlBlock& block) { return block.first < node; }));
    };
    range.is_found = true;
    range.text = range.end = count_before(text);
    const bool has_headline = headline != 0 && headline < text;
    if (has_headline) {
        range.below = count_before(tree.nodes()[headline].end);
        range.end = std::min(range.end, range.below + most_below);
    } else {
        range.below = range.end - std::min(range.end, most_above);
    }
    range.begin = has_headline ? range.below - std::min(range.below, most_above + 1) : range.below;
    return range;
}

/// Shown to be read by itself, and short.
bool may_be_head(const HtmlBlock& block) {
    return block.purpose != HtmlPurpose::caption && block.purpose != HtmlPurpose::comments &&
           !is_prose(block);
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string line = clean_line(text.substr(0, end));
        if (!line.empty() && line.size() <= longest_line) lines.push_back(std::move(line));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

/// "Web posted at: 10:32 a.m. EST".
bool tells_posting(std::string_view line) {
    constexpr std::array<std::string_view, 14> labels{
        "posted",        "web posted",   "published",  "updated",   "last updated",
        "last modified", "aktualisiert", "stand:",     "publié",    "mis à jour",
        "publicado",     "actualizado",  "atualizado", "pubblicato"};
    if (line.find_first_of("0123456789") == line.npos) return false;
    return std::any_of(labels.begin(), labels.end(), [&](std::string_view label) {
        return line.size() > label.size() &&
               std::equal(label.begin(), label.end(), line.begin(),
                          [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b + 32 : b); });
    });
}

}  // namespace

HtmlHead html_head(const HtmlTree& tree, const HtmlBlocks& page, std::uint32_t headline,
                   const std::vector<const HtmlBlock*>& body) {
    const HeadRange range = head_range(tree, page.blocks, headline, body);
    HtmlHead head;
    if (!range.is_found) return head;
    const std::vector<bool> apart = html_apart(tree);
    const auto add = [&](const HtmlBlock& block) {
        if (!may_be_head(block) || apart[block.first]) return;
        for (std::string& line : lines_of(block.text)) head.lines.push_back(std::move(line));
    };
    for (std::size_t i = range.below; i < range.end; ++i) add(page.blocks[i]);
    for (std::size_t i = range.below; i > range.begin; --i) add(page.blocks[i - 1]);
    // Old pages have no paragraphs: authors and date are the first lines of the text.
    const std::string_view text = page.blocks[range.text].text;
    for (std::string& line : lines_of(text.substr(0, text.rfind('\n') + 1)))
        head.lines.push_back(std::move(line));
    head.end = page.blocks[range.text].first;
    head.begin = page.blocks[range.begin].first;
    return head;
}

std::string byline_of(const HtmlHead& head) {
    for (const std::string& line : head.lines)
        for (const std::string& part : parts_of_shown_line(line))
            if (is_byline(part)) return authors_of(part);
    return {};
}

std::string headline_of(const HtmlHead& head, std::string_view title) {
    for (const std::string& line : head.lines) {
        if (line.size() >= title.size() || !title.ends_with(line)) continue;
        const std::string_view before = title.substr(0, title.size() - line.size());
        if (before.ends_with(": ") && line.find(' ') != line.npos) return line;
    }
    return {};
}

bool is_head_line(std::string_view line, const DateOptions& dates) {
    if (line.size() > longest_line) return false;
    return is_byline(line) || tells_posting(line) || is_date_line(line, dates);
}

}  // namespace dateline
