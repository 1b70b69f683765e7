#include "corpus/html_clutter.hpp"

#include "corpus/html_notices.hpp"

#include <algorithm>
#include <iterator>
#include <map>

namespace dateline {
namespace {

using Blocks = std::vector<const HtmlBlock*>;

bool is_heading(HtmlTag tag) { return tag >= HtmlTag::h1 && tag <= HtmlTag::h6; }

bool is_link(const HtmlBlock& block) { return block.link_share() > 0.9; }

/// A link alone, to another article or to a shop: in lists one or two may belong to the text.
class LinkLists {
  public:
    LinkLists(const HtmlTree& tree, const Blocks& blocks) : tree_(tree) {
        for (const HtmlBlock* block : blocks) {
            if (block->tag != HtmlTag::li) continue;
            Count& count = counts_[tree_.nodes()[block->parent].parent];
            ++count.items;
            count.links += is_link(*block) ? 1 : 0;
        }
    }
    bool holds(const HtmlBlock& block) const {
        const auto count = counts_.find(tree_.nodes()[block.parent].parent);
        if (block.tag != HtmlTag::li || count == counts_.end()) return false;
        return count->second.links >= 3 && 3 * count->second.links >= 2 * count->second.items;
    }

  private:
    struct Count {
        std::size_t items = 0;
        std::size_t links = 0;
    };
    const HtmlTree& tree_;
    std::map<std::uint32_t, Count> counts_;
};

Blocks without_links(const HtmlTree& tree, const Blocks& blocks) {
    const LinkLists lists(tree, blocks);
    Blocks kept;
    for (const HtmlBlock* block : blocks) {
        const bool stands_alone = block->tag != HtmlTag::li && !is_heading(block->tag);
        if (is_link(*block) && (stands_alone || lists.holds(*block))) continue;
        if (is_html_notice(*block)) continue;
        kept.push_back(block);
    }
    return kept;
}

/// Notices that read like prose are no sentences of the article where they begin or end it.
Blocks without_edge_notices(const Blocks& blocks) {
    const auto is_sentence = [](const HtmlBlock* block) {
        return is_prose(*block) && !is_html_edge_notice(*block);
    };
    const auto first = std::find_if(blocks.begin(), blocks.end(), is_sentence);
    const auto last =
        std::find_if(blocks.rbegin(), std::reverse_iterator(first), is_sentence).base();
    Blocks kept;
    for (auto block = blocks.begin(); block != blocks.end(); ++block) {
        const bool is_between = first < block && block < last;
        if (is_between || !is_html_edge_notice(**block)) kept.push_back(*block);
    }
    return kept;
}

/// Small elements that begin with the linked headline of another article.
class Teasers {
  public:
    Teasers(const HtmlTree& tree, const Blocks& blocks) : tree_(tree), blocks_(blocks) {}

    Blocks without() const {
        Blocks kept;
        for (std::size_t i = 0; i < blocks_.size();) {
            const std::size_t size = teaser_size(i);
            if (size == 0) kept.push_back(blocks_[i]);
            i += std::max<std::size_t>(size, 1);
        }
        return kept;
    }

  private:
    /// In blocks, where one begins at `at`; else 0.
    std::size_t teaser_size(std::size_t at) const {
        constexpr std::size_t most_blocks = 3;
        constexpr std::uint32_t most_characters = 350;
        if (!is_heading(blocks_[at]->tag) || !is_link(*blocks_[at])) return 0;
        const auto nodes = tree_.nodes();
        std::size_t size = 0;
        for (std::uint32_t around = nodes[blocks_[at]->parent].parent; around != 0;
             around = nodes[around].parent) {
            if (at > 0 && blocks_[at - 1]->first >= around) break;
            std::size_t end = at;
            std::uint32_t characters = 0;
            for (; end < blocks_.size() && blocks_[end]->first < nodes[around].end; ++end)
                characters += blocks_[end]->characters;
            if (end - at > most_blocks || characters > most_characters) break;
            size = end - at;
        }
        return size;
    }

    const HtmlTree& tree_;
    const Blocks& blocks_;
};

/// Belongs to the text below it: a question, or the first of headings that go on in the text.
bool heads_first_prose(const HtmlTree& tree, const Blocks& blocks, Blocks::const_iterator heading) {
    const HtmlBlock& first = **heading;
    if (!is_heading(first.tag) || first.tag == HtmlTag::h1 || is_link(first)) return false;
    if (first.text.ends_with('?')) return true;
    const auto frame_of = [&](const HtmlBlock& block) { return tree.nodes()[block.parent].parent; };
    return first.tag >= HtmlTag::h3 &&
           std::any_of(heading + 1, blocks.end(), [&](const HtmlBlock* block) {
               return block->tag == first.tag && frame_of(*block) == frame_of(first);
           });
}

/// What comes before the text's first sentence is the headline with its date and authors, unless it
/// is a paragraph where paragraphs are the text.
Blocks from_first_prose(const HtmlTree& tree, Blocks blocks) {
    auto prose = std::find_if(blocks.begin(), blocks.end(),
                              [](const HtmlBlock* block) { return is_prose(*block); });
    if (prose == blocks.end())
        prose = std::find_if(blocks.begin(), blocks.end(),
                             [](const HtmlBlock* block) { return is_short_prose(*block); });
    const auto headline =
        std::find_if(std::reverse_iterator(prose), blocks.rend(),
                     [](const HtmlBlock* block) { return block->tag == HtmlTag::h1; });
    if (prose == blocks.end() || headline == blocks.rend()) return blocks;
    auto begin = std::find_if(headline.base(), prose, [&](const HtmlBlock* block) {
        return block->tag == (*prose)->tag && block->tag == HtmlTag::p;
    });
    if (begin != headline.base() && heads_first_prose(tree, blocks, begin - 1)) --begin;
    return Blocks(begin, blocks.end());
}

/// Headings with nothing below them, and what pages say after their articles.
Blocks without_empty_headings(const Blocks& blocks) {
    Blocks kept;
    for (const HtmlBlock* block : blocks) {
        // The next of the same rank or a higher one.
        while (!kept.empty() && is_heading(kept.back()->tag) && is_heading(block->tag) &&
               block->tag <= kept.back()->tag && is_link(*kept.back()))
            kept.pop_back();
        kept.push_back(block);
    }
    while (!kept.empty() && (is_heading(kept.back()->tag) || is_html_end_notice(*kept.back())))
        kept.pop_back();
    return kept;
}

}  // namespace

bool may_be_html_body(const HtmlBlock& block) {
    return block.purpose == HtmlPurpose::unknown || block.purpose == HtmlPurpose::article;
}

std::vector<const HtmlBlock*> without_html_clutter(const HtmlTree& tree, Blocks blocks) {
    blocks = Teasers(tree, without_links(tree, blocks)).without();
    return without_empty_headings(from_first_prose(tree, without_edge_notices(blocks)));
}

}  // namespace dateline
