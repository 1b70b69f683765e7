#pragma once

#include <cstdint>

namespace dateline {

/// What of an article a text is; the lead is the body of the first passage.
enum class TextPart : std::uint8_t { headline, lead, body };

}  // namespace dateline
