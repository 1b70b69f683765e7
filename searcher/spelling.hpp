#pragma once

#include <span>
#include <string>
#include <string_view>

#include "searcher/segment.hpp"

namespace dateline {

/// The word of the segments that `word`, which they do not hold, was probably meant to be, in its
/// most frequent spelling; empty where none is near. Near is one edit, from six letters on two
/// (is_within_edits); an edit more must be made up for by being 50 times as frequent. Words with
/// another first letter are only found where it is one too much, or exchanged with the second. A
/// word that occurs once proves no spelling.
std::string suggested_spelling(std::string_view word, std::span<const Segment> segments);

}  // namespace dateline
