#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// A page without what holds no text of it, so that it can be parsed fast and in bounded time and
/// depth: comments, scripts (but those of JSON-LD), styles, drawings; tags nested deeper than 256
/// (their contents stay), more than 128 unclosed tags of emphasis, tags of over 256 attributes.
std::string prune_html(std::string_view html);

}  // namespace dateline
