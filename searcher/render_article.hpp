#pragma once

#include <optional>
#include <string>
#include <vector>

#include "corpus/article.hpp"
#include "corpus/stored_passage.hpp"
#include "searcher/render.hpp"

namespace dateline {

/// What `show` prints: a whole article, or one passage of it, and what a query matches there.
struct ShownArticle {
    Article article;                       ///< with body, unless a passage is shown
    std::optional<StoredPassage> passage;  ///< that alone is shown
    std::vector<TextRange> headline_matches{};
    std::vector<TextRange> matches{};  ///< in the text of the passage or, without one, in the body

    const std::string& text() const { return passage ? passage->text : article.body; }
    /// Of the article or the passage.
    std::string id() const;
};

/// Headline, metadata, text. Nothing in it acts on a terminal.
std::string render_article_text(const ShownArticle& shown, const TextStyle& style);
/// One JSON object on a line. Keys of an answer's, `line` in the file, and `body`; of a passage
/// those of an answer's passage.
std::string render_article_jsonl(const ShownArticle& shown);
/// A section to paste into notes (CommonMark); a passage as a quotation.
std::string render_article_markdown(const ShownArticle& shown);

}  // namespace dateline
