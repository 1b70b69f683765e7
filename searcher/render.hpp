#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "corpus/article.hpp"
#include "corpus/stored_passage.hpp"
#include "searcher/search.hpp"

namespace dateline {

/// How text for people looks.
struct TextStyle {
    std::size_t width_columns =
        80;  ///< 20 and up; wide and combining characters are measured as a terminal shows them
    bool color = false;
};

/// Answers to `search`, ready to print, newline at the end. Control characters of articles never
/// come out. In the left margin stand ranks and, as #N, the numbers of passages; the footer counts.
/// Without colour, matches look like the rest.
std::string render_text(const SearchResult& result, const TextStyle& style, double seconds);
/// One JSON object a line, keys as in the command line reference.
std::string render_jsonl(const SearchResult& result);

/// A whole article for `show`.
std::string render_article_text(const Article& article, const TextStyle& style);
std::string render_article_jsonl(const Article& article);
/// One passage of it.
std::string render_passage_text(const Article& article, const StoredPassage& passage,
                                const TextStyle& style);
std::string render_passage_jsonl(const Article& article, const StoredPassage& passage);

/// Columns that UTF-8 text takes on a terminal.
std::size_t display_width(std::string_view text);
/// The text without control characters (C0, DEL, C1), newlines and tabs as blanks, and without
/// bidirectional overrides.
std::string printable(std::string_view text);

}  // namespace dateline
