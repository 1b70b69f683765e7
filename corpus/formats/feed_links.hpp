#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// A link of a document as an absolute one (RFC 3986, section 5.2), also against a base that is
/// none itself. The link as it is where the base is empty.
std::string resolve_link(std::string_view base, std::string_view link);

/// With a scheme: "https://...", "tag:...".
bool is_absolute_link(std::string_view link);
/// That leads to a page: http or https.
bool is_web_link(std::string_view link);

}  // namespace dateline
