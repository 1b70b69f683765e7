#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/schema.hpp"
#include "corpus/text_range.hpp"
#include "searcher/query.hpp"
#include "searcher/query_word.hpp"

namespace dateline {

enum class QueryTokenKind : std::uint8_t {
    word,    ///< text: a bare word without the signs of its operators; `match`, `number`
    quoted,  ///< text: what stands between the quotes; `number`: slop
    value,   ///< text: of an exact field, without quotes and final '*'; of a date, as it stands
    field,   ///< text: the name before the colon; `row` says which
    open,
    close,
    plus,
    minus,
    and_operator,
    or_operator,
    not_operator,
    near,      ///< `near` says how
    caps,      ///< before a bracket
    at_least,  ///< before a bracket; `number` of times
    boost,     ///< right after its operand; `number` thousandths
    end,
};

/// One piece of a query. Views point into the query text.
struct QueryToken {
    QueryTokenKind kind = QueryTokenKind::end;
    TextRange range;  ///< with quotes, '*' and colon
    std::string_view text;
    bool prefix_match = false;      ///< of a value
    const FieldRow* row = nullptr;  ///< of a field
    WordMatch match = WordMatch::stem;
    std::uint32_t number = 0;
    NearOperator near{};
};

/// Queries are short; a longer one is a mistake.
inline constexpr std::size_t max_query_bytes = std::size_t{64} << 10;

/// Cuts a query into tokens; the last one, and only that, is `end`. A field is followed by exactly
/// one word, quoted, value or open. Throws Error{usage} as parse_query does for what no token can
/// be. Linear in the length of the query.
std::vector<QueryToken> scan_query(std::string_view query);

}  // namespace dateline
