#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/schema.hpp"

namespace dateline {

/// Why a bare word is not taken as a word.
struct Refusal {
    std::size_t offset = 0;  ///< in the word
    std::string message;
    std::string hint;
};

/// Throws Error{usage} for a query that is too long (query_scanner.hpp) or no UTF-8.
void refuse_unreadable(std::string_view query);

/// Bare words that mean something else elsewhere (&&, ||, near5, ANDNOT, title=x, a long dash
/// before a word), or that look like something else than they are, would be misread when searched
/// as they stand.
std::optional<Refusal> refusal_of(std::string_view word);

/// A value without quotes, without a final '*'.
std::optional<Refusal> refusal_of_value(std::string_view value, Field field);

/// What stands between quotes is words: '*' there, and '?' or '~' as in w?rd and word~1, would
/// silently mean nothing.
std::optional<Refusal> refusal_in_phrase(std::string_view text);

/// Words, phrases and values of more words than anybody types, which would take long.
std::optional<Refusal> refusal_of_length(std::string_view text);

/// A word right before a bracket is a field or function elsewhere: headline(x), allcaps(x).
Refusal refusal_of_call(std::string_view name);

}  // namespace dateline
