#pragma once

#include <string_view>

namespace dateline {

/// The name of the IPTC's top-level subject that a subject code or media topic of eight digits
/// belongs to ("04000000", "04016011": economy, business and finance); empty for any other text,
/// and for media topics of lower levels, whose numbers tell nothing.
std::string_view iptc_subject_name(std::string_view code);

}  // namespace dateline
