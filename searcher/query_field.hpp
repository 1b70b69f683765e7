#pragma once

#include <string_view>

#include "corpus/schema.hpp"
#include "corpus/text_range.hpp"

namespace dateline {

/// What stands before the first colon of a bare word, where that is a field's place: it begins with
/// a letter. Empty for 10:30, :-) and words without a colon.
std::string_view field_name_in(std::string_view word);

/// Rows of the schema by name; after, before and on give the row of date. nullptr: no such field.
const FieldRow* find_query_field(std::string_view name);

/// The name of the field that a lower case name stands for here or with other search services.
/// Of static storage; empty: for none.
std::string_view field_meant_by(std::string_view name);

/// Error{usage} for a field name that means nothing, or nothing yet, with the field that was
/// probably meant.
[[noreturn]] void throw_unknown_field(std::string_view query, TextRange name);

}  // namespace dateline
