#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// An article may stand in several sections, which are one text: "cocoa; grain". Empty and repeated
/// names are left out.
std::string joined_sections(std::span<const std::string> names);

/// What a section is found by: the whole text, and where it holds several names each of them. Views
/// into `section`; none for an empty one.
std::vector<std::string_view> section_values(std::string_view section);

}  // namespace dateline
