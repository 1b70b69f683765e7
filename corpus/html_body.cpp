#include "corpus/html_body.hpp"

#include "corpus/html_clutter.hpp"

#include <algorithm>
#include <numeric>
#include <span>

namespace dateline {
namespace {

/// Prose counts for the elements around it, less the further out they are.
std::vector<double> scores_of(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks,
                              bool (*reads_like_prose)(const HtmlBlock&)) {
    constexpr double decay = 0.6;
    constexpr double decay_past_article = 0.2;
    constexpr int levels = 5;
    constexpr double largest_paragraph = 600;
    const auto nodes = tree.nodes();
    std::vector<double> scores(nodes.size());
    for (const HtmlBlock& block : blocks) {
        if (!may_be_html_body(block) || !reads_like_prose(block)) continue;
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

/// Pages that go on with the next article when the first has been read.
class FullArticles {
  public:
    FullArticles(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks,
                 const HtmlOwnArticle& own)
        : tree_(tree), nodes_(tree.nodes()), amounts_(tree, blocks), own_(own) {}

    /// The frame of the page's own article, where the prose at `body` belongs to another one; else
    /// 0.
    std::uint32_t own_if_other(std::uint32_t body) const {
        const std::uint32_t named = frame_by_address();
        if (named != 0) return holds(named, body) ? 0 : named;
        if (own_.headline == 0) return 0;
        const std::uint32_t own = frame_without(own_.headline, body);
        const std::uint32_t other = frame_without(body, own_.headline);
        return has_prose(own) && is_article(own, own_.headline) && is_article(other, body) ? own
                                                                                           : 0;
    }

  private:
    bool has_prose(std::uint32_t node) const {
        constexpr double least_prose = 200;
        return amounts_.prose_in(node) >= least_prose;
    }

    bool holds(std::uint32_t outer, std::uint32_t inner) const {
        return outer <= inner && inner < nodes_[outer].end;
    }

    std::uint32_t frame_by_address() const {
        if (own_.url.empty()) return 0;
        for (std::uint32_t i = 0; i < nodes_.size(); ++i)
            if (tree_.attribute(nodes_[i], "data-url") == own_.url && has_prose(i)) return i;
        return 0;
    }

    /// The largest element around `node` that does not hold `other`.
    std::uint32_t frame_without(std::uint32_t node, std::uint32_t other) const {
        while (node != 0 && !holds(nodes_[node].parent, other)) node = nodes_[node].parent;
        return node;
    }

    /// Inside of `frame`, around `inner`, there is an <article>, or an <h1>.
    bool is_article(std::uint32_t frame, std::uint32_t inner) const {
        for (std::uint32_t node = inner; node > frame; node = nodes_[node].parent)
            if (nodes_[node].tag == HtmlTag::article) return true;
        return std::any_of(nodes_.begin() + frame, nodes_.begin() + nodes_[frame].end,
                           [&](const HtmlNode& node) { return node.tag == HtmlTag::h1; }) ||
               nodes_[frame].tag == HtmlTag::article;
    }

    const HtmlTree& tree_;
    std::span<const HtmlNode> nodes_;
    TextAmounts amounts_;
    HtmlOwnArticle own_;
};

/// The node of the best score, 0 where there is none.
std::uint32_t best_of(const std::vector<double>& scores, std::uint32_t first, std::uint32_t last) {
    const auto best = std::max_element(scores.begin() + first, scores.begin() + last);
    if (best == scores.begin() + last || *best == 0) return 0;
    return static_cast<std::uint32_t>(best - scores.begin());
}

}  // namespace

std::uint32_t find_html_body(const HtmlTree& tree, const HtmlBlocks& page,
                             const HtmlOwnArticle& own) {
    const std::vector<double> scores = scores_of(tree, page.blocks, is_prose);
    const auto last = static_cast<std::uint32_t>(scores.size());
    const std::uint32_t best = best_of(scores, 0, last);
    if (best == 0) return best_of(scores_of(tree, page.blocks, is_short_prose), 0, last);
    const std::uint32_t frame = FullArticles(tree, page.blocks, own).own_if_other(best);
    if (frame == 0) return widen(tree, page, best);
    const std::uint32_t within = best_of(scores, frame, tree.nodes()[frame].end);
    return widen(tree, page, within == 0 ? best : within);
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
