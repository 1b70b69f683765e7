#include "corpus/html_text.hpp"

#include "corpus/html_simple.hpp"
#include "corpus/html_tags.hpp"
#include "corpus/html_text_writer.hpp"
#include "corpus/html_tree.hpp"

#include <algorithm>

namespace dateline {
namespace {

bool lays_out_lines(HtmlTag tag) {
    return tag == HtmlTag::p || tag == HtmlTag::div || tag == HtmlTag::br;
}

/// The parser puts html, head and body around every fragment: the last does not count.
bool is_written_block(HtmlTag tag) { return tag != HtmlTag::body && is_html_block(tag); }

HtmlSpace space_of(const HtmlTree& tree) {
    const auto nodes = tree.nodes();
    const auto any = [&](bool (*holds)(HtmlTag)) {
        return std::any_of(nodes.begin(), nodes.end(),
                           [&](const HtmlNode& node) { return holds(node.tag); });
    };
    if (any(lays_out_lines)) return HtmlSpace::collapse;
    return any(is_written_block) ? HtmlSpace::keep_paragraphs : HtmlSpace::keep_lines;
}

std::string without_tags(std::string_view html) {
    std::string text;
    std::size_t begin = 0;
    for (std::size_t at = html.find('<'); at != html.npos; at = html.find('<', at)) {
        const HtmlSourceTag tag = html_tag_at(html, at);
        if (tag.name.empty()) {
            ++at;
            continue;
        }
        text.append(html, begin, at - begin);
        at = begin = tag.end;
    }
    return text.append(html, begin);
}

bool is_letter_or_digit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// "&amp;", "&#233;" or "&#xE9;" at the start.
bool begins_with_entity(std::string_view text) {
    constexpr std::size_t longest_entity = 10;
    std::size_t at = text.starts_with("&#") ? 2 : 1;
    const std::size_t begin = at;
    while (at < text.size() && at < longest_entity && is_letter_or_digit(text[at])) ++at;
    if (at == begin || at >= text.size() || text[at] != ';') return false;
    return begin == 1 ? at - begin >= 2 && !(text[1] >= '0' && text[1] <= '9')
                      : text[2] == 'x' || text[2] == 'X' || (text[2] >= '0' && text[2] <= '9');
}

struct MarkupSearch {
    bool is_markup = false;
    std::size_t next = 1;  ///< how far what begins here reaches
};

MarkupSearch search_tag(std::string_view text) {
    constexpr std::size_t longest_tag = 4096;
    if (text.starts_with("<!--") && text.find("-->") != text.npos) return {true, 4};
    const HtmlSourceTag tag = html_tag_at(text.substr(0, longest_tag), 0);
    const bool is_closed = tag.end > 0 && text[tag.end - 1] == '>';
    return {is_closed && is_html_element(tag.name), std::max<std::size_t>(tag.end, 1)};
}

}  // namespace

std::string html_text(std::string_view html) {
    if (auto simple = simple_html_text(html)) return std::move(*simple);
    const std::optional<HtmlTree> tree = HtmlTree::parse(html);
    if (!tree) return without_tags(html);
    const auto last = static_cast<std::uint32_t>(tree->nodes().size());
    const HtmlSpace space = space_of(*tree);
    std::string text = html_text(*tree, 0, last, space, HtmlAsides::leave_out);
    return text.empty() ? html_text(*tree, 0, last, space) : text;
}

bool has_markup(std::string_view text) {
    // A search for one byte is many times as fast as one for either of two.
    std::size_t tag = text.find('<');
    std::size_t entity = text.find('&');
    while (tag != text.npos || entity != text.npos) {
        const std::size_t at = std::min(tag, entity);
        const std::string_view rest = text.substr(at);
        const MarkupSearch found =
            rest[0] == '<' ? search_tag(rest) : MarkupSearch{begins_with_entity(rest), 1};
        if (found.is_markup) return true;
        if (tag < at + found.next) tag = text.find('<', at + found.next);
        if (entity < at + found.next) entity = text.find('&', at + found.next);
    }
    return false;
}

}  // namespace dateline
