#pragma once

#include <string_view>

#include "corpus/article.hpp"

namespace dateline {

/// Of their different 5-word sequences, the share that both texts have: 0 to 1. Case and diacritics
/// do not count; a text of fewer words is one sequence; two texts without words share nothing.
double shared_sequences(std::string_view a, std::string_view b);

/// Whether two articles with the same id are versions of one article: the same headline, or at
/// least 30 % of the 5-word sequences of their bodies.
bool is_same_article(const Article& a, const Article& b);

}  // namespace dateline
