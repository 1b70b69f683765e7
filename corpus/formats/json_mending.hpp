#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dateline {

struct MendedJson {
    std::string text;
    /// What of its texts is not as it was written, as a clause; empty where they all are.
    std::string loss;
};

/// A record without what JSON forbids and writers leave in it all the same: NaN and Infinity become
/// null, whole numbers of 20 digits and more strings, control characters in strings blanks, halves
/// of surrogate pairs U+FFFD. nullopt where there is nothing of these.
std::optional<MendedJson> mended_json(std::string_view record);

}  // namespace dateline
