#pragma once

#include <optional>
#include <string>

#include "searcher/query.hpp"

namespace dateline {

/// Why a query cannot be asked of the words of one text.
struct InTextProblem {
    TextRange range;
    std::string message;
    std::string hint;
};

/// What keeps a `near` or `at_least` from being answered: filters under it, nothing but denials on
/// both its sides, too many combinations; nullopt where nothing does.
std::optional<InTextProblem> problem_in_text(const Query& query);

/// The query as what holds for articles (all, any, none, sequence, date, value) over what is looked
/// for in texts: under `near` and `at_least` only word, phrase, any, near, at_least and, as one
/// side of a near, none. `(a AND b) w/5 c` is `(a w/5 c) AND (b w/5 c)`, `(a NOT b) w/5 c` is `(a
/// w/5 c) AND ((NOT b) w/5 c)`: c stands somewhere without b near it. Boosts are left out under a
/// near. The query has no problem_in_text.
Query lifted_out_of_text(const Query& query);

}  // namespace dateline
