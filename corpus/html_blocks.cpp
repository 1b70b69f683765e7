#include "corpus/html_blocks.hpp"

#include "corpus/html_text_writer.hpp"
#include "corpus/shortcodes.hpp"
#include "corpus/text_lines.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace dateline {
namespace {

HtmlPurpose purpose_of_tag(HtmlTag tag) {
    switch (tag) {
        case HtmlTag::aside:
        case HtmlTag::footer:
        case HtmlTag::form:
        case HtmlTag::header:
        case HtmlTag::label:
        case HtmlTag::legend:
        case HtmlTag::menu:
        case HtmlTag::nav:
            return HtmlPurpose::beside;
        case HtmlTag::figcaption:
            return HtmlPurpose::caption;
        default:
            return HtmlPurpose::unknown;
    }
}

HtmlPurpose purpose_of_role(std::string_view role) {
    constexpr std::array<std::string_view, 8> roles{"navigation",  "banner", "complementary",
                                                    "contentinfo", "dialog", "search",
                                                    "alert",       "menu"};
    return std::find(roles.begin(), roles.end(), role) == roles.end() ? HtmlPurpose::unknown
                                                                      : HtmlPurpose::beside;
}

/// The first of an element's attributes that tells.
HtmlPurpose purpose_of_element(const HtmlTree& tree, const HtmlNode& node) {
    HtmlPurpose purpose = purpose_of_tag(node.tag);
    if (is_html_hidden(tree, node)) purpose = HtmlPurpose::beside;
    for (const HtmlAttribute& attribute : tree.attributes(node)) {
        HtmlPurpose found = HtmlPurpose::unknown;
        if (attribute.name == "class" || attribute.name == "id")
            found = purpose_of_names(attribute.value);
        else if (attribute.name == "role")
            found = purpose_of_role(attribute.value);
        else if (attribute.name == "itemprop" && attribute.value == "articleBody")
            return HtmlPurpose::article;
        if (purpose == HtmlPurpose::unknown || purpose == HtmlPurpose::article)
            purpose = found == HtmlPurpose::unknown ? purpose : found;
    }
    return purpose;
}

std::uint32_t count_characters(std::string_view text) {
    return static_cast<std::uint32_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return c != ' ' && c != '\n' && c != '\t'; }));
}

/// A cell of a table that lays out a page, not data.
bool is_large_cell(const HtmlNode& node, std::uint32_t text_nodes) {
    return (node.tag == HtmlTag::td || node.tag == HtmlTag::th) && text_nodes > 3;
}

/// Cuts a page into blocks.
class Cutting {
  public:
    explicit Cutting(const HtmlTree& tree) : tree_(tree), in_link_(tree.nodes().size()) {}

    std::vector<HtmlBlock> blocks() {
        const auto nodes = tree_.nodes();
        for (std::uint32_t i = 0; i < nodes.size();) {
            while (!open_.empty() && nodes[open_.back()].end <= i) {
                open_.pop_back();
                close_block();
            }
            i = enter(i);
        }
        close_block();
        return std::move(blocks_);
    }

  private:
    std::uint32_t enter(std::uint32_t index) {
        const HtmlNode& node = tree_.nodes()[index];
        in_link_[index] = in_link_[node.parent] || node.tag == HtmlTag::a;
        if (node.tag == HtmlTag::text) {
            add_text(index);
            return index + 1;
        }
        if (is_html_without_text(node.tag) || is_popup(node)) return node.end;
        if (node.tag == HtmlTag::br) {
            break_line();
        } else if (is_html_block(node.tag) || is_large_cell(node, node.end - index)) {
            close_block();
            open_.push_back(index);
        } else if (node.tag == HtmlTag::td || node.tag == HtmlTag::th) {
            writer_.break_cell();
        }
        return index + 1;
    }

    /// Within a sentence, of which it would be a part.
    bool is_popup(const HtmlNode& node) const {
        return node.tag == HtmlTag::span && has_text_ &&
               names_popup(tree_.attribute(node, "class"));
    }

    void add_text(std::uint32_t index) {
        const std::string_view text = tree_.nodes()[index].text;
        const std::uint32_t characters = count_characters(text);
        if (characters > 0 && !has_text_) begin_block(index);
        if (!open_.empty() && tree_.nodes()[open_.back()].tag == HtmlTag::pre)
            writer_.add_verbatim(text);
        else
            writer_.add_text(text, HtmlSpace::collapse);
        if (characters == 0) return;
        breaks_ = 0;
        block_.characters += characters;
        if (in_link_[index]) block_.link_characters += characters;
    }

    /// Two <br> in a row are how a paragraph ends where there are no elements for them.
    void break_line() {
        if (++breaks_ > 1)
            close_block();
        else
            writer_.break_line();
    }

    void begin_block(std::uint32_t index) {
        has_text_ = true;
        block_.first = index;
        block_.parent = open_.empty() ? 0 : open_.back();
        block_.tag = tree_.nodes()[block_.parent].tag;
    }

    void close_block() {
        breaks_ = 0;
        if (has_text_) {
            block_.text = std::move(writer_).result();
            drop_shortcodes();
            if (!block_.text.empty()) blocks_.push_back(std::move(block_));
        }
        writer_ = HtmlTextWriter();
        block_ = HtmlBlock();
        has_text_ = false;
    }

    void drop_shortcodes() {
        if (block_.tag == HtmlTag::pre || block_.text.find('[') == block_.text.npos) return;
        std::string text = without_shortcodes(block_.text);
        if (text == block_.text) return;
        HtmlTextWriter writer;
        writer.add_text(text, HtmlSpace::keep_lines);
        block_.text = std::move(writer).result();
        block_.characters = count_characters(block_.text);
        block_.link_characters = std::min(block_.link_characters, block_.characters);
    }

    const HtmlTree& tree_;
    std::vector<bool> in_link_;
    std::vector<std::uint32_t> open_;
    std::vector<HtmlBlock> blocks_;
    HtmlBlock block_;
    HtmlTextWriter writer_;
    std::size_t breaks_ = 0;
    bool has_text_ = false;
};

/// Purposes of all elements, handed down. What holds a large part of the page's prose is not
/// beside it, whatever it is called.
class Purposes {
  public:
    Purposes(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks)
        : tree_(tree), prose_before_(tree.nodes().size() + 1) {
        for (const HtmlBlock& block : blocks)
            if (is_prose(block)) prose_before_[block.first + 1] += block.characters;
        std::partial_sum(prose_before_.begin(), prose_before_.end(), prose_before_.begin());
    }

    void hand_down() {
        const auto nodes = tree_.nodes();
        handed_down.resize(nodes.size());
        is_named_article.resize(nodes.size());
        for (std::uint32_t i = 0; i < nodes.size(); ++i) {
            handed_down[i] = handed_down[nodes[i].parent];
            const bool is_open =
                handed_down[i] == HtmlPurpose::unknown || handed_down[i] == HtmlPurpose::article;
            if (nodes[i].tag == HtmlTag::text || !is_open) continue;
            const HtmlPurpose own = purpose_of_element(tree_, nodes[i]);
            if (own == HtmlPurpose::unknown || holds_too_much(i, own)) continue;
            handed_down[i] = own;
            is_named_article[i] = own == HtmlPurpose::article;
        }
    }

    std::vector<HtmlPurpose> handed_down;
    std::vector<bool> is_named_article;

  private:
    bool holds_too_much(std::uint32_t index, HtmlPurpose purpose) const {
        if (purpose == HtmlPurpose::article) return false;
        const double all = std::max<std::uint32_t>(prose_before_.back(), 1);
        const double held = prose_before_[tree_.nodes()[index].end] - prose_before_[index];
        // There may be more comments than article.
        const double most = purpose == HtmlPurpose::comments ? 0.9 : 0.4;
        return held >= most * all;
    }

    const HtmlTree& tree_;
    std::vector<std::uint32_t> prose_before_;
};

}  // namespace

HtmlBlocks html_blocks(const HtmlTree& tree) {
    std::vector<HtmlBlock> blocks = Cutting(tree).blocks();
    Purposes purposes(tree, blocks);
    purposes.hand_down();
    for (HtmlBlock& block : blocks) block.purpose = purposes.handed_down[block.first];
    return {std::move(blocks), std::move(purposes.is_named_article)};
}

bool is_prose(const HtmlBlock& block) {
    constexpr std::uint32_t shortest_prose = 50;
    if (block.characters < shortest_prose || block.link_share() > 0.4) return false;
    const bool has_stop = block.text.find(". ") != block.text.npos ||
                          block.text.find("。") != block.text.npos ||
                          block.text.find(", ") != block.text.npos;
    return ends_like_sentence(block.text) || (has_stop && block.characters > 2 * shortest_prose);
}

bool is_short_prose(const HtmlBlock& block) {
    constexpr std::uint32_t shortest_sentence = 25;
    constexpr std::uint32_t shortest_line = 50;
    constexpr std::ptrdiff_t least_blanks = 4;
    if (block.tag != HtmlTag::p || block.link_share() > 0.2) return false;
    const bool has_words = std::count(block.text.begin(), block.text.end(), ' ') >= least_blanks;
    return has_words && (block.characters >= shortest_line ||
                         (block.characters >= shortest_sentence && ends_like_sentence(block.text)));
}

}  // namespace dateline
