#pragma once

#include <string_view>

#include "corpus/field_map.hpp"
#include "corpus/formats/json_text.hpp"

namespace dateline {

/// The text at a path of a map (FieldPath). A key of exactly that name counts before its parts. A
/// step into an array that is neither a number nor `*` is taken in each element. Several texts are
/// joined as those of an array are. Blank where the path leads nowhere.
RawText text_at_path(dom::object record, std::string_view path, ArticleField field);

}  // namespace dateline
