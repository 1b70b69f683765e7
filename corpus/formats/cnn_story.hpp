#pragma once

#include <string_view>

#include "corpus/reader.hpp"

namespace dateline {

/// One article a file, as the CNN/Daily Mail collection has them: paragraphs, and at the end its
/// highlights, each below a line "@highlight". The collection left out the headlines; the first
/// highlight, which the desk wrote to stand above the text and which says what is new, takes that
/// place. The others repeat the text, so they are neither headline nor body. The Daily Mail's
/// lines of authors and times ("By", ".", name, ".", "PUBLISHED:", ...) are byline and date.
bool recognises_cnn_story(std::string_view head);
const ArticleReader& cnn_story_reader();

}  // namespace dateline
