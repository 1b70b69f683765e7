#pragma once

#include <string_view>

namespace dateline {

/// The charset that a page declares in its first 4 KiB, as it is written there: <meta charset>,
/// <meta http-equiv="Content-Type">, or the XML declaration of XHTML. Empty where there is none.
std::string_view declared_html_charset(std::string_view bytes);

/// The charset parameter of a Content-Type: "text/html; charset=utf-8". Empty where there is none.
std::string_view content_type_charset(std::string_view content_type);

}  // namespace dateline
