#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// The URL where it is one of the web (http, https) with a host, else empty: URLs of articles come
/// from anywhere, and others start programs. Bytes that RFC 3986 does not allow, and what would end
/// a link in Markdown, are percent-encoded, so that it is ASCII without blanks and controls.
std::string web_address(std::string_view url);

/// The text as a link on a terminal (OSC 8, "Hyperlinks in Terminal Emulators"). `address`:
/// web_address; the text as it is where that is empty or longer than terminals take.
std::string linked(std::string_view text, std::string_view address);

}  // namespace dateline
