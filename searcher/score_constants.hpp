#pragma once

#include <cstddef>
#include <cstdint>

/// Every number that the order of answers depends on, but those of impact.hpp. The same for all
/// archives and queries.
namespace dateline::scoring {

// Weight of a word: idf^p (1 + r ridf); residual idf (Church & Gale 1995) lifts words that come in
// bursts.
inline constexpr double idf_power = 1.2;
inline constexpr double residual_idf = 0.4;

// An article's evidence for a word: BM25 (Robertson & Zaragoza 2009, section 3.2).
inline constexpr double k1 = 1.2;
inline constexpr double b = 0.4;

/// Of so many words side by side, articles with more of them come first; of longer queries,
/// questions and topics, the evidence alone decides, and words of asking say nothing.
inline constexpr std::uint32_t most_words_in_order = 3;

/// Where passages are the answer: how much of a passage's score is its article's evidence.
inline constexpr double context_share = 0.9;

/// So many articles are put in order once more, by what their texts say.
inline constexpr std::size_t reordered_articles = 200;

// What the texts add to the evidence, which lies between 0 and 1.
inline constexpr double passages_share = 0.10;  ///< best passages, each half as much as the last
inline constexpr double dph_share = 0.05;       ///< DPH (Amati 2006), as part of the best's
inline constexpr double early_share = 0.07;     ///< e^(-position / early_words) of first places
inline constexpr double early_words = 50;
inline constexpr double near_share = 0.05;      ///< neighbours of the query near each other
inline constexpr std::uint32_t near_words = 8;  ///< (Metzler & Croft 2005, unordered windows)
inline constexpr double headline_share = 0.10;  ///< words of the headline

// Feedback: words of the best passages of the first articles (Rocchio 1971, with BM25 weights).
inline constexpr std::size_t feedback_articles = 20;
inline constexpr double feedback_decay = 30;  ///< e^(decay (score - best score))
inline constexpr std::size_t feedback_words = 50;
inline constexpr double feedback_most_passages = 0.20;  ///< of all passages hold the word
inline constexpr double feedback_passages_anyway = 10;  ///< but so many may in any archive
inline constexpr double feedback_power = 0.4;           ///< score^(1 - power) x feedback^power
inline constexpr double feedback_b = 0.5;
inline constexpr double least_feedback = 0.01;

// What to read next to an article: its most telling words. It is long and of one mind, so that the
// fifth time it says a word still tells something.
inline constexpr std::size_t related_words = 50;
inline constexpr double related_k1 = 10;
inline constexpr double related_headline = 3;       ///< a word of the headline counts so many times
inline constexpr double related_lead = 1.5;         ///< and one of the first passage
inline constexpr double related_finding_idf = 2.5;  ///< words of less find no candidates
inline constexpr std::size_t related_finding_words = 25;       ///< but so many may in any archive
inline constexpr std::size_t related_words_a_shared_one = 10;  ///< what shares fewer is not listed

}  // namespace dateline::scoring
