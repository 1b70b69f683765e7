#pragma once

#include <vector>

#include "corpus/html_blocks.hpp"
#include "corpus/html_tree.hpp"

namespace dateline {

/// By the names of the elements around it.
bool may_be_html_body(const HtmlBlock& block);

/// The blocks of an article's body but those that a page puts between: links to other articles,
/// one alone or in lists, buttons, headings of nothing, what stands before the text (headline,
/// date, authors), notices about cookies.
std::vector<const HtmlBlock*> without_html_clutter(const HtmlTree& tree,
                                                   std::vector<const HtmlBlock*> blocks);

}  // namespace dateline
