#pragma once

#include <vector>

#include "corpus/html_tree.hpp"

namespace dateline {

/// By node: it is about other articles, or by other people, than the page's own article: related
/// and popular articles, lists of linked headlines, comments, <nav>, <aside>, the page's <footer>.
/// What holds an <h1> is not apart.
std::vector<bool> html_apart(const HtmlTree& tree);

/// An element for what readers write, not a page that has some.
bool holds_html_comments(const HtmlTree& tree, const HtmlNode& node);

}  // namespace dateline
