#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dateline {

/// How long a text without white space is, in the measure that passages are cut by. Measures of
/// neighbouring texts add up.
struct RunMeasure {
    std::uint64_t ideographs = 0;        ///< Han and kana: a word each
    std::uint64_t unspaced_letters = 0;  ///< Thai, Lao, Khmer, Myanmar: five make a word
    std::uint64_t other_bytes = 0;  ///< a word for each 50 begun: only URLs and the like are longer

    std::uint32_t words() const;
    RunMeasure& operator+=(const RunMeasure& next);
};

/// `run` is UTF-8 without white space.
RunMeasure measure_run(std::string_view run);

/// Bytes before the first white space.
std::size_t run_size(std::string_view text);

/// The sum over all runs between white space: the number of words, where words have blanks between
/// them and at most 50 bytes.
std::uint32_t count_words(std::string_view text);

}  // namespace dateline
