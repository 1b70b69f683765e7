#pragma once

#include <string>

#include "corpus/formats/json_fields.hpp"

namespace dateline {

// ninjs 1.x to 3.x (IPTC, "News in JSON"). 1.x has headline and body_NAME, 2.x and later headlines
// and bodies with roles and content types; 3.x writes the names with capitals inside.

bool is_ninjs(dom::object object, const JsonFields& fields);
/// As read_by_schema: pictures, events and the like without a body are no articles.
std::string read_ninjs(dom::object object, JsonFields& fields);

}  // namespace dateline
