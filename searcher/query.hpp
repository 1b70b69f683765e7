#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/date.hpp"
#include "corpus/schema.hpp"
#include "corpus/text_range.hpp"

namespace dateline {

enum class QueryKind : std::uint8_t {
    word,      ///< text: one word as typed (it may analyse to several tokens: al-Qaeda, a CJK run)
    phrase,    ///< text: what stood between the quotes; number: slop
    value,     ///< a field of kind words or exact; text: the value, with `prefix_match` for a final
               ///< '*'
    date,      ///< days (or undated_only)
    all,       ///< AND of the children
    any,       ///< OR of the children
    none,      ///< NOT: articles in which the one child does not hold
    sequence,  ///< operands side by side; each child has its Occur
    near,      ///< the two children near each other in one text: `reach`, `number`, `is_ordered`
    at_least,  ///< the one child occurs `number` times or more in the article
    boost,     ///< the one child, weighed `number` / 1000 times
};

/// How the words of a query are compared with those of a text.
enum class WordMatch : std::uint8_t {
    stem,     ///< as the index knows it: in any inflection
    form,     ///< =word, and all words of phrases: as written, up to case and diacritics
    pattern,  ///< forms that fit wor* or w?rd: any characters, any one character
    fuzzy,    ///< forms at most `number` edits away: word~1
    letters,  ///< caps(WORD), caps("A B"): letter by letter
};

/// How far apart the sides of `near` may be.
enum class Reach : std::uint8_t { words, sentence, paragraph };

/// How a child of a sequence takes part. Bare words are wanted: ranked, those with more of them
/// first; everything else (phrases, fields, groups, dates) is required unless it is excluded. A
/// sequence of wanted words only needs one of them to hold. In a field's group, headline:(a b) or
/// source:(a "b c"), the words and values are the bare words.
enum class Occur : std::uint8_t { wanted, required, excluded };

/// The tree that a query text means, before any index is open. Unused members keep their defaults.
struct Query {
    QueryKind kind = QueryKind::sequence;
    Occur occur = Occur::wanted;  ///< in a sequence
    Field field = Field::any;  ///< of word, phrase and value; a field before a group is handed down
                               ///< to its leaves
    std::string text;
    WordMatch match = WordMatch::stem;  ///< of words and phrases
    std::uint32_t number = 0;  ///< slop, edits, words apart (1: side by side), times or thousandths
    Reach reach = Reach::words;
    bool is_ordered = false;
    bool prefix_match = false;
    DayRange days;
    bool undated_only = false;  ///< date:none
    std::vector<Query> children;
    TextRange range;  ///< where it stands in the query text; not compared

    bool operator==(const Query& other) const;
};

/// Reads a query: words (=word wor* w?rd word~1 caps(WORD)), + - AND OR NOT ( ), "phrase"~3, a w/5
/// b, a pre/5 b, a w/s b, a w/p b, atleast3(a), a^2, field:word, date:FROM..TO. Boolean operators
/// are upper case. A boost binds tightest, then w/5 and its like (from the left), side by side,
/// NOT, AND, OR: `a b w/5 c AND d OR e` is ((a (b w/5 c)) AND d) OR e, and `a NOT b` is a AND (NOT
/// b). The tree is canonical: `all` and `any` hold two or more children of other kinds, a sequence
/// two or more, `none` one; `-a` alone is `NOT a`. Under `near` and `at_least` stands nothing but
/// words, phrases and what joins them, and not everything is denied. A word may hold nothing that
/// the analyzer keeps ("?"). Throws Error{usage} with the query, a caret under the byte, and a
/// suggestion: never guesses. Needs no index; linear in the length of the query.
/// Dates such as lastweek are relative to `today`, and refused without.
Query parse_query(std::string_view text, std::optional<Day> today = std::nullopt);

/// Query text that parses to an equal query.
std::string to_string(const Query& query);

/// Error{usage} for a place in a query: message, the query's line and a caret under byte
/// `range.begin`; columns are counted as a terminal shows them.
[[noreturn]] void throw_query_error(std::string_view query, TextRange range,
                                    const std::string& message, const std::string& hint);

}  // namespace dateline
