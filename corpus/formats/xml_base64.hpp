#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// The text that base64 (RFC 4648, white space passed over) stands for, as UTF-8; empty where it
/// is not base64, or stands for no text.
std::string text_of_base64(std::string_view base64);

}  // namespace dateline
