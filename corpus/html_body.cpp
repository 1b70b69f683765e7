#include "corpus/html_body.hpp"

#include "corpus/html_clutter.hpp"

#include <algorithm>
#include <numeric>

namespace dateline {
namespace {

/// Prose counts for the elements around it, less the further out they are.
std::vector<double> scores_of(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks) {
    constexpr double decay = 0.6;
    constexpr double decay_past_article = 0.2;
    constexpr int levels = 5;
    constexpr double largest_paragraph = 600;
    const auto nodes = tree.nodes();
    std::vector<double> scores(nodes.size());
    for (const HtmlBlock& block : blocks) {
        if (!may_be_html_body(block) || !is_prose(block)) continue;
        double weight = std::min(block.plain_characters(), largest_paragraph);
        std::uint32_t node = block.parent;
        // A paragraph is no container.
        if (block.tag == HtmlTag::p || block.tag == HtmlTag::li) node = nodes[node].parent;
        for (int level = 0; level < levels && node != 0; ++level, node = nodes[node].parent) {
            scores[node] += weight;
            weight *= nodes[node].tag == HtmlTag::article ? decay_past_article : decay;
        }
    }
    return scores;
}

/// Characters of a page up to each node.
class TextAmounts {
  public:
    TextAmounts(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks)
        : tree_(tree), prose_(tree.nodes().size() + 1), all_(prose_.size()) {
        for (const HtmlBlock& block : blocks) {
            if (!may_be_html_body(block)) continue;
            all_[block.first + 1] += block.characters;
            if (is_prose(block)) prose_[block.first + 1] += block.plain_characters();
        }
        std::partial_sum(prose_.begin(), prose_.end(), prose_.begin());
        std::partial_sum(all_.begin(), all_.end(), all_.begin());
    }
    double prose_in(std::uint32_t node) const {
        return prose_[tree_.nodes()[node].end] - prose_[node];
    }
    double all_in(std::uint32_t node) const { return all_[tree_.nodes()[node].end] - all_[node]; }

  private:
    const HtmlTree& tree_;
    std::vector<double> prose_;
    std::vector<double> all_;
};

bool bounds_article(const HtmlNode& node) {
    return node.tag == HtmlTag::article || node.tag == HtmlTag::main || node.tag == HtmlTag::body;
}

/// An article may be cut into sections: an element a few levels up is the body, where what it adds
/// is prose for the most part.
std::uint32_t widen(const HtmlTree& tree, const HtmlBlocks& page, std::uint32_t body) {
    constexpr double least_share_of_prose = 0.7;
    constexpr int most_levels = 4;
    const auto nodes = tree.nodes();
    const TextAmounts amounts(tree, page.blocks);
    std::uint32_t around = body;
    for (int level = 0; level < most_levels; ++level) {
        if (bounds_article(nodes[around]) || page.is_named_article[around]) break;
        around = nodes[around].parent;
        const double prose = amounts.prose_in(around) - amounts.prose_in(body);
        const double all = amounts.all_in(around) - amounts.all_in(body);
        const bool is_more_of_it = prose > 0 && prose <= amounts.prose_in(body);
        if (is_more_of_it && prose >= least_share_of_prose * all) body = around;
    }
    return body;
}

}  // namespace

std::uint32_t find_html_body(const HtmlTree& tree, const HtmlBlocks& page) {
    const std::vector<double> scores = scores_of(tree, page.blocks);
    const auto best = std::max_element(scores.begin(), scores.end());
    if (best == scores.end() || *best == 0) return 0;
    return widen(tree, page, static_cast<std::uint32_t>(best - scores.begin()));
}

std::vector<const HtmlBlock*> html_body_blocks(const HtmlTree& tree, const HtmlBlocks& page,
                                               std::uint32_t body) {
    std::vector<const HtmlBlock*> blocks;
    for (const HtmlBlock& block : page.blocks) {
        if (block.first < body || block.first >= tree.nodes()[body].end) continue;
        if (may_be_html_body(block)) blocks.push_back(&block);
    }
    return without_html_clutter(tree, std::move(blocks));
}

}  // namespace dateline
