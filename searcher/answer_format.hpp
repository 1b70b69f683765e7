#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/render.hpp"

namespace dateline {

/// What `search` and `related` write; the first is the default.
std::vector<std::string_view> answer_formats();

/// What must be read of hits for a format.
HitDetail detail_for(std::string_view format);

/// How many hits at a time an answer can be written with: page after page, as search_in_pages has
/// them, it comes out as it does at once.
std::size_t page_hits(std::string_view format);

/// What goes to standard output, empty where a text has nothing to show. `seconds`: the answer
/// took.
std::string render_answer(std::string_view format, const SearchResult& result,
                          const TextStyle& style, double seconds);

/// What the user must know where less is listed than there is and the format cannot say it: "10 of
/// 312 articles (-n 0 gives all)".
std::optional<std::string> listing_note(std::string_view format, const SearchResult& result);

}  // namespace dateline
