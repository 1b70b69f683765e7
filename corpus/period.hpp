#pragma once

#include <cstddef>
#include <string_view>

namespace dateline {

/// A period (or another mark that may end a sentence) with white space after it.
struct SentenceCandidate {
    std::string_view text;           ///< the whole paragraph, valid UTF-8
    std::size_t sentence_begin = 0;  ///< of the sentence that may end here
    std::size_t mark = 0;            ///< the first of the marks ("?!", "...")
    std::size_t next = 0;            ///< the first byte after the white space
    bool is_single_period = false;
};

/// Whether the sentence ends there: never before a lower-case letter; after an abbreviation, an
/// initial or an acronym only before a word that opens sentences. `language` is an ISO 639 code
/// (may be empty).
bool ends_sentence(const SentenceCandidate& candidate, std::string_view language);

}  // namespace dateline
