#pragma once

#include "corpus/html_blocks.hpp"

namespace dateline {

/// A block that is no text of an article wherever it stands: labels of buttons, pointers to other
/// articles, links that invite, how long reading takes.
bool is_html_notice(const HtmlBlock& block);

/// A block that is none before the first sentence of an article or after its last one: what a site
/// says of its cookies, invitations. Between sentences an article may say the same.
bool is_html_edge_notice(const HtmlBlock& block);

/// A block that is none where an article ends: headings of lists that follow, appeals for
/// newsletters, rules for comments, tags, rights.
bool is_html_end_notice(const HtmlBlock& block);

}  // namespace dateline
