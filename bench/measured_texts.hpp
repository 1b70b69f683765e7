#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace dateline {

/// Bodies to measure with.
struct MeasuredTexts {
    std::string origin;  ///< where they come from, for the report
    std::vector<std::string> bodies;
    std::uint64_t bytes = 0;  ///< of all bodies
};

/// Of plain text files in UTF-8 with an empty line between two bodies; `names` stand between
/// colons. Throws Error{input_output} for a file that cannot be read or holds none.
MeasuredTexts texts_of_files(const std::string& names);

/// Made-up articles, at least so many bytes.
MeasuredTexts generated_texts(std::uint64_t bytes, std::uint64_t seed);

}  // namespace dateline
