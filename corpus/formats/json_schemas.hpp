#pragma once

#include <string>

#include "corpus/formats/json_fields.hpp"

namespace dateline {

/// Schemas whose records say more than the names of their keys do. Told by the keys of each record,
/// so files may mix them. Reads what json_keys does not tell into `fields`, those of `object`.
/// Returns why the record holds no article by nature, or an empty text.
std::string read_by_schema(dom::object object, JsonFields& fields);

}  // namespace dateline
