#pragma once

#include <cstdint>
#include <vector>

#include "corpus/html_blocks.hpp"
#include "corpus/html_tree.hpp"

namespace dateline {

/// The element that holds the body of the article: where most prose is, close together. 0 where no
/// text of the page reads like an article.
std::uint32_t find_html_body(const HtmlTree& tree, const HtmlBlocks& page);

/// The paragraphs of the article in that element, in order: without headline, menus, related links,
/// advertisements.
std::vector<const HtmlBlock*> html_body_blocks(const HtmlTree& tree, const HtmlBlocks& page,
                                               std::uint32_t body);

}  // namespace dateline
