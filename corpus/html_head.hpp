#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/date.hpp"
#include "corpus/html_blocks.hpp"
#include "corpus/html_tree.hpp"

namespace dateline {

/// What a page prints around the headline of its article, up to the text: authors, date, summary.
struct HtmlHead {
    std::uint32_t begin = 0;  ///< nodes from this one
    std::uint32_t end = 0;    ///< up to this one
    /// One line each, below the headline first, then above it, the nearest first. Not what is apart
    /// (html_apart.hpp), no captions, and nothing longer than a byline.
    std::vector<std::string> lines;
};

/// `headline`: the node of its <h1>, or 0; `body`: the blocks of the article's text.
HtmlHead html_head(const HtmlTree& tree, const HtmlBlocks& page, std::uint32_t headline,
                   const std::vector<const HtmlBlock*>& body);

/// "By Jane Doe", or a part of "By Jane Doe | 5 January 2020"; empty where no line has authors.
std::string byline_of(const HtmlHead& head);

/// The line that `title` ends with behind a kicker or the name of the site ("The Herald: Bridge
/// closed"); empty where there is none.
std::string headline_of(const HtmlHead& head, std::string_view title);

/// A line that stands above a text for its own sake: authors, date, or when it was posted.
bool is_head_line(std::string_view line, const DateOptions& dates);

}  // namespace dateline
