#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dateline {

/// What html_text says of a fragment, ten times as fast, where it takes no parser to tell: tags of
/// well-known elements, those of blocks properly nested, references with their semicolons. nullopt
/// for all else.
std::optional<std::string> simple_html_text(std::string_view html);

}  // namespace dateline
