#pragma once

// The one header that lets the parser's types through, for the files that read JSON.
#include <simdjson.h>

namespace dateline {

namespace dom = simdjson::dom;

}  // namespace dateline
