#pragma once

#include <string>

#include "corpus/formats/json_fields.hpp"

namespace dateline {

// The Washington Post's collection of TREC: the article is a list `contents` of typed blocks.

bool is_wapo(dom::object object, const JsonFields& fields);
/// As read_by_schema.
std::string read_wapo(dom::object object, JsonFields& fields);

}  // namespace dateline
