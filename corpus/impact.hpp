#pragma once

#include <cstdint>

namespace dateline {

/// Constants of the impact of a term in a passage: BM25F (Robertson & Zaragoza 2009, section 3.3)
/// with a constant average length, so that an impact depends on its passage alone. k1 and b
/// are those that did best on judged news.
inline constexpr double impact_k1 = 1.2;
inline constexpr double impact_b = 0.4;
inline constexpr double impact_average_tokens = 130;
/// One occurrence in the headline counts as this many in the body; in the article's first passage
/// only.
inline constexpr double impact_headline_weight = 2.0;
inline constexpr std::uint32_t max_impact = 127;
/// Bytes of text a word takes, with what stands around it, where lengths are known in bytes alone.
inline constexpr double bytes_each_word = 6;

/// The wdf of a term in a passage, 1..127, rising with `frequency` (> 0: occurrences in the body +
/// headline weight x those in the headline) and falling with `tokens` (words of the passage's
/// body).
std::uint32_t impact(double frequency, double tokens);

/// How often a term stands in a passage, as its impact tells: the inverse of impact(), a whole
/// number, 1 or more.
double frequency_of(std::uint32_t impact, double tokens);

/// How many words the passages of an article have, on average; `text_bytes` of all of it.
double tokens_each(std::uint32_t text_bytes, std::uint32_t passages);

}  // namespace dateline
