#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/command.hpp"
#include "searcher/index.hpp"
#include "searcher/plan.hpp"
#include "searcher/query.hpp"

namespace dateline {

/// A query as it was typed. With `is_lenient`, what is no query is taken as words, and a note on
/// stderr says so. Throws Error{usage} as parse_query does.
Query read_query(const GlobalOptions& global, std::string_view text, bool is_lenient);

/// How many bare words stand side by side that count (counted_words.hpp: no stop words), in the
/// sequence, and the language of the index, that has the most of them.
std::uint64_t bare_words_of(const Plan& plan);

/// "all of 3 words", "any of 3 words", "2 of 3 words"; empty where there is no choice.
std::string words_needed_text(WordsNeeded needed, std::uint64_t bare_words);

/// A word of a query that the index does not hold at all.
struct UnknownWord {
    std::string word;        ///< as typed
    std::string suggestion;  ///< what it was probably meant to be, or empty
    bool operator==(const UnknownWord&) const = default;
};

/// In the order of the query, each once; suggestions only for the first five.
std::vector<UnknownWord> unknown_words(const Plan& plan, const Index& index);

/// "no article has trainig (did you mean training?), xyzzy"; nullopt where all are known.
std::optional<std::string> unknown_words_note(const std::vector<UnknownWord>& words);

}  // namespace dateline
