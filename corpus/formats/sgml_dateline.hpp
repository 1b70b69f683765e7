#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// The place of a dateline that stands in an element of its own: "BANGKOK, Thailand" of "BANGKOK,
/// Thailand (AP) ", "NEW YORK" of "NEW YORK, March 13 - ". Clean text in; empty for an agency alone
/// or a date alone.
std::string place_of_dateline(std::string_view dateline);

}  // namespace dateline
