#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/html_names.hpp"
#include "corpus/html_tree.hpp"

namespace dateline {

/// A run of text that a page sets apart: a paragraph, a heading, an item, a button's words.
struct HtmlBlock {
    std::string text;                            ///< laid out, newlines at <br>
    std::uint32_t first = 0;                     ///< index of its first text node
    std::uint32_t parent = 0;                    ///< index of the block element around it
    HtmlTag tag = HtmlTag::other;                ///< of the parent
    std::uint32_t characters = 0;                ///< bytes of words, without white space
    std::uint32_t link_characters = 0;           ///< of these, within links
    HtmlPurpose purpose = HtmlPurpose::unknown;  ///< of the nearest element that has one

    /// Characters that speak for prose: a paragraph with a link may be a teaser.
    double plain_characters() const {
        const double plain = characters - 3.0 * link_characters;
        return plain > 0 ? plain : 0;
    }
    double link_share() const {
        return characters == 0 ? 0 : static_cast<double>(link_characters) / characters;
    }
};

/// All text of a page that may be read, in order.
struct HtmlBlocks {
    std::vector<HtmlBlock> blocks;
    std::vector<bool> is_named_article;  ///< by node: an element that says it is the article's body
};
HtmlBlocks html_blocks(const HtmlTree& tree);

/// Reads like prose: a sentence or more, few links.
bool is_prose(const HtmlBlock& block);

/// A paragraph of a few words, with few links: prose where a page has no other.
bool is_short_prose(const HtmlBlock& block);

}  // namespace dateline
