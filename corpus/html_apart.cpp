#include "corpus/html_apart.hpp"

#include "corpus/html_names.hpp"

#include <algorithm>

namespace dateline {
namespace {

class Apart {
  public:
    explicit Apart(const HtmlTree& tree) : tree_(tree), nodes_(tree.nodes()) {}

    std::vector<bool> nodes() const {
        std::vector<bool> apart(nodes_.size());
        std::uint32_t articles_end = 0;
        for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
            const HtmlNode& node = nodes_[i];
            if (node.tag == HtmlTag::article) articles_end = std::max(articles_end, node.end);
            apart[i] = apart[node.parent] || begins(i, i < articles_end);
        }
        return apart;
    }

  private:
    /// Whether the node is the outermost of what is apart.
    bool begins(std::uint32_t index, bool is_in_article) const {
        const HtmlNode& node = nodes_[index];
        bool may_be = false;
        switch (node.tag) {
            case HtmlTag::text:
            case HtmlTag::html:
            case HtmlTag::body:
            case HtmlTag::head:
            case HtmlTag::main:
            case HtmlTag::article:
                return false;
            case HtmlTag::nav:
            case HtmlTag::aside:
                may_be = true;
                break;
            case HtmlTag::footer:  // an article may have its date at the end
                may_be = !is_in_article;
                break;
            case HtmlTag::li:
                may_be = is_named_apart(node) || has_linked_headline(index);
                break;
            default:
                may_be = is_named_apart(node);
        }
        return may_be && !holds_most(index) && !has_heading(index);
    }

    bool is_named_apart(const HtmlNode& node) const {
        return holds_html_comments(tree_, node) ||
               names_what_is_apart(tree_.attribute(node, "id")) ||
               names_what_is_apart(tree_.attribute(node, "class"));
    }

    bool has_heading(std::uint32_t index) const {
        return std::any_of(nodes_.begin() + index, nodes_.begin() + nodes_[index].end,
                           [](const HtmlNode& node) { return node.tag == HtmlTag::h1; });
    }

    /// A large page is not apart from itself, whatever its frame is called.
    bool holds_most(std::uint32_t index) const {
        constexpr std::size_t small_page = 500;
        return nodes_.size() > small_page &&
               std::size_t{2} * (nodes_[index].end - index) > nodes_.size();
    }

    bool has_linked_headline(std::uint32_t index) const {
        constexpr std::size_t shortest_headline = 25;
        std::size_t bytes = 0;
        std::uint32_t link_end = 0;
        for (std::uint32_t i = index; i < nodes_[index].end; ++i) {
            if (nodes_[i].tag == HtmlTag::a) link_end = nodes_[i].end;
            if (i < link_end && nodes_[i].tag == HtmlTag::text) bytes += nodes_[i].text.size();
        }
        return bytes >= shortest_headline;
    }

    const HtmlTree& tree_;
    std::span<const HtmlNode> nodes_;
};

}  // namespace

bool holds_html_comments(const HtmlTree& tree, const HtmlNode& node) {
    const bool may_be = node.tag == HtmlTag::div || node.tag == HtmlTag::section ||
                        node.tag == HtmlTag::ol || node.tag == HtmlTag::ul ||
                        node.tag == HtmlTag::li;
    return may_be && (purpose_of_names(tree.attribute(node, "id")) == HtmlPurpose::comments ||
                      purpose_of_names(tree.attribute(node, "class")) == HtmlPurpose::comments);
}

std::vector<bool> html_apart(const HtmlTree& tree) { return Apart(tree).nodes(); }

}  // namespace dateline
