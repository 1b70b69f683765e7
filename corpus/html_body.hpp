#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/html_blocks.hpp"
#include "corpus/html_tree.hpp"

namespace dateline {

/// What tells a page's own article from others that it shows in full.
struct HtmlOwnArticle {
    std::uint32_t headline = 0;  ///< node of its <h1>, or 0
    std::string_view url;        ///< canonical, or empty
};

/// The element that holds the body of the article: where most prose is, close together, unless that
/// belongs to another article of the page and its own has enough. 0 where no text of the page reads
/// like an article.
std::uint32_t find_html_body(const HtmlTree& tree, const HtmlBlocks& page,
                             const HtmlOwnArticle& own = {});

/// The paragraphs of the article in that element, in order: without headline, menus, related links,
/// advertisements.
std::vector<const HtmlBlock*> html_body_blocks(const HtmlTree& tree, const HtmlBlocks& page,
                                               std::uint32_t body);

}  // namespace dateline
