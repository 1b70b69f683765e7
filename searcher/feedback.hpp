#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "searcher/index.hpp"
#include "searcher/loaded_texts.hpp"
#include "searcher/passage_scorer.hpp"
#include "searcher/telling_terms.hpp"

namespace dateline {

/// A passage that speaks for an article that was found.
struct FeedbackPassage {
    std::uint32_t segment = 0;
    DocId docid = 0;
    double weight = 0;
};

/// The terms that say most of the passages: sum of weight x saturated frequency x idf (Rocchio 1971
/// with weights of BM25), best first, at most scoring::feedback_words; no stop words, none that
/// stands nearly everywhere. Passages whose words overlap (Chinese)
/// say nothing. `loaded`: the texts of their articles, by segment; or empty.
std::vector<TellingTerm> feedback_terms(const Index& index, const ArchiveSize& archive,
                                        std::span<const FeedbackPassage> passages,
                                        std::span<const LoadedTexts> loaded = {});

}  // namespace dateline
