#pragma once

#include <cstdint>

#include "corpus/article.hpp"

namespace dateline {

/// Raised when the same record may be completed in another way, so that all files are read again.
inline constexpr std::uint64_t completion_version = 1;

/// Fills what neither the record nor --set says, each with its provenance; changes no field that
/// has a value, and never the body:
/// - from the first paragraphs of the body: place, source (the agency), byline, and a date where
///   the record has none that can be read. A day without a year decides between the two readings
///   of an ambiguous date of the record, and is else no date;
/// - the section of a plain text file: the folder right above it, below the root, where its name
///   has letters, no digits, and says more than "articles" does;
/// - the language, by detect_language.
/// `article` has its origin; `dates` are the options that it was read with.
Article complete_article(Article article, const DateOptions& dates);

}  // namespace dateline
