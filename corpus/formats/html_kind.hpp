#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "corpus/html_blocks.hpp"
#include "corpus/html_tree.hpp"

namespace dateline {

/// What was found on a page.
struct HtmlPageKind {
    std::string_view headline;
    std::string_view url;
    std::size_t body_bytes = 0;
    bool is_typed_article = false;  ///< JSON-LD or OpenGraph call it one
    bool is_headed_text = false;    ///< the headline is a heading, and below it are sentences
    bool has_prose = true;          ///< and not only words, or sentences as teasers have them
};

/// Why a page holds no article by nature: home pages, fronts of sections, error pages, shells that
/// scripts fill. Empty where it is one, as a clause.
std::string why_no_article(const HtmlTree& tree, const HtmlBlocks& page, const HtmlPageKind& kind);

}  // namespace dateline
