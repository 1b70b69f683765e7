#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/article.hpp"
#include "corpus/passage.hpp"

namespace dateline {

/// A passage of an index: its text, where it stands in the body, and in an article's first passage
/// the article's other fields, so that an article can be given back byte for byte.
struct StoredPassage {
    std::uint32_t number = 1;
    std::uint32_t begin = 0;  ///< of the text in the body
    std::string text;         ///< without white space at either end
    std::string gap;  ///< white space between this passage and the next, empty after the last
    std::vector<TextBreak> breaks;
    /// In passage 1 only: the article with an empty body; and how many passages it has.
    std::optional<Article> header;
    std::uint32_t passage_count = 0;  ///< in passage 1 only, else 0

    bool operator==(const StoredPassage&) const = default;
};

/// Passage `index` (from 0) of `passages` as it is stored.
StoredPassage stored_passage(const Article& article, const std::vector<Passage>& passages,
                             std::size_t index);

/// Document data of an article's first passage: all its fields but headline and body, which are in
/// the segment's `text`; in the encodings of bytes.hpp.
std::string encode_header(const Article& article);
/// The article without headline and body. Throws Error{index} for bytes that encode_header cannot
/// have made.
Article decode_header(std::string_view bytes);

/// Puts an article together from all of its passages in reading order.
Article assemble_article(const std::vector<StoredPassage>& passages);

}  // namespace dateline
