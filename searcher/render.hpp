#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "searcher/search.hpp"

namespace dateline {

/// How text for people looks.
struct TextStyle {
    std::size_t width_columns =
        80;  ///< 20 and up; wide and combining characters are measured as a terminal shows them
    bool color = false;
    bool links = false;  ///< headlines and URLs can be opened from the terminal
};

// Answers to `search` and `related`, ready to print, or a page of one. Of what is in articles
// nothing acts on a terminal.

/// In the left margin stand ranks and, as #N, the numbers of passages; the footer counts. Without
/// colour, matches look like the rest.
std::string render_text(const SearchResult& result, const TextStyle& style, double seconds);
/// One JSON object a line, keys as in the command line reference.
std::string render_jsonl(const SearchResult& result);
/// As RFC 4180 has it, with a header, a row a hit.
std::string render_csv(const SearchResult& result);
/// TREC's six columns, of topic 0. Where nothing was scored, scores only fall.
std::string render_trec(const SearchResult& result);
/// Ids, each followed by `terminator`.
std::string render_ids(const SearchResult& result, char terminator);
/// A numbered list to paste into notes (CommonMark): headline, linked where there is a URL, what
/// is known of the article, and what matched as quotations, matches bold.
std::string render_markdown(const SearchResult& result);

/// Columns that UTF-8 text takes on a terminal.
std::size_t display_width(std::string_view text);
/// The text without control characters (C0, DEL, C1), newlines and tabs as blanks, and without
/// bidirectional overrides.
std::string printable(std::string_view text);

}  // namespace dateline
