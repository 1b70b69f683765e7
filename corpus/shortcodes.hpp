#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// `text` of a page without the instructions to WordPress that it printed instead of following
/// them: [name attribute="value"], with [/name]. What they enclose stays, apart from the words of
/// buttons and links and from captions.
std::string without_shortcodes(std::string_view text);

}  // namespace dateline
