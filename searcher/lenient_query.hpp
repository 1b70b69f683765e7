#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "searcher/query.hpp"

namespace dateline {

struct LenientQuery {
    Query query;
    /// What the query was taken for where it could not be read as it stands: its words. Empty: it
    /// holds none, and no article matches.
    std::optional<std::string> taken_for;
};

/// As parse_query, but text that it refuses is read as bare words, its operators left out. Throws
/// Error{usage}, parse_query's, where so many words are left that they are no query either.
LenientQuery parse_leniently(std::string_view text, std::optional<Day> today);

/// The words of any text, however long, as a query of bare words, whatever else stands between
/// them: no operator, field or sign means anything. nullopt where there is no word.
std::optional<Query> query_of_words(std::string_view text);

}  // namespace dateline
