#pragma once

#include <string>
#include <string_view>

#include "corpus/article.hpp"

namespace dateline {

/// Percent-encodes blanks (all Unicode white space), control characters, overrides of the writing
/// direction, '#', '%' and bytes that are no UTF-8, byte by byte, in upper-case hex.
std::string encode_id(std::string_view raw);

/// The article's id before clashes are resolved: its own id, else its URL, else path relative to
/// the root
/// ("dump.tar/2003/a.txt" inside containers), with ":K" for the K-th record. Encoded.
std::string article_id(const Article& article);

/// "ARTICLE#N" names passage N (from 1) of an article. Number 0: the text names an article.
struct PassageId {
    std::string_view article;  ///< view of the argument
    std::uint32_t number = 0;
};
std::string passage_id(std::string_view article, std::uint32_t number);
/// A '#' can only come before a passage number, since ids encode it; anything else after it gives
/// number 0 and the whole text.
PassageId split_passage_id(std::string_view id);

}  // namespace dateline
