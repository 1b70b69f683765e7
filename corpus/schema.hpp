#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dateline {

/// Version of everything on disk. A reader takes this one only; any change goes with
/// ARCHITECTURE.md's table.
inline constexpr std::uint32_t index_format_version = 9;
/// Goes up with the numbers in impact.hpp.
inline constexpr std::uint32_t scoring_version = 1;

/// What part of an article a query word asks for.
enum class Field : std::uint8_t {
    any,  ///< headline or body
    headline,
    lead,   ///< body of the first passage
    hlead,  ///< headline or lead
    body,
    byline,
    place,
    source,
    section,
    language,
    id,
    date,
};

/// How the values of a field are indexed and asked for.
enum class FieldKind : std::uint8_t {
    text,   ///< analysed words, postings with impacts
    words,  ///< folded words, not stemmed; filter terms of the article's first passage
    exact,  ///< the whole folded value (id: as it is; section: also each of several, see
            ///< section_keywords.hpp); a filter term of the article's first passage; '*' at the end
    date,   ///< no terms: document order and the articles file answer it
};

struct FieldRow {
    Field field;
    std::string_view name;  ///< in queries, before the colon
    FieldKind kind;
    std::string_view prefix;  ///< of its terms; empty where it has none of its own
    std::string_view about;   ///< for help
    std::string_view example;
};

/// The one table of fields: the indexer writes by it, the query parser reads by it, help prints it.
/// Stems have no prefix, and begin with no ASCII capital; acronyms (Word::acronym) have "U", after
/// the headline's "S" where they stand there.
inline constexpr std::array<FieldRow, 11> field_rows{{
    {Field::headline, "headline", FieldKind::text, "S", "words of the headline", "headline:nato"},
    {Field::lead, "lead", FieldKind::text, "", "words of the article's first passage",
     "lead:baghdad"},
    {Field::hlead, "hlead", FieldKind::text, "", "headline or first passage", "hlead:iraq"},
    {Field::body, "body", FieldKind::text, "", "words of the body", "body:training"},
    {Field::byline, "byline", FieldKind::words, "B", "names of the authors", "byline:\"jane doe\""},
    {Field::place, "place", FieldKind::words, "P", "where it was written", "place:baghdad"},
    {Field::source, "source", FieldKind::exact, "H", "who published it", "source:reuters"},
    {Field::section, "section", FieldKind::exact, "G", "section or category", "section:world*"},
    {Field::language, "lang", FieldKind::exact, "L", "language code", "lang:de"},
    {Field::id, "id", FieldKind::exact, "Q", "article id", "id:wire/2020/*"},
    {Field::date, "date", FieldKind::date, "", "day, month, year or FROM..TO",
     "date:2019-12..2020-02"},
}};

inline constexpr std::string_view acronym_prefix = "U";

/// The language that fields of kind `words` are analysed in, whatever the article's: ISO 639-2 for
/// "no linguistic content", so that names are folded and not stemmed.
inline constexpr std::string_view words_language = "zxx";

/// nullptr for Field::any.
const FieldRow* row_of(Field field);
/// nullptr for an unknown name; names are lower case.
const FieldRow* field_named(std::string_view name);
/// The field name nearest to `name` by edit distance (at most 2), for "did you mean"; empty if none
/// is near.
std::string_view nearest_field(std::string_view name);

/// Xapian refuses longer terms on disk (245 bytes, each zero byte counted twice).
inline constexpr std::size_t max_term_bytes = 240;

/// prefix + value, clipped: a longer value keeps its beginning (cut between characters) and ends in
/// 16 hex digits of its XXH3 hash, so that different values stay different terms.
std::string field_term(std::string_view prefix, std::string_view value);

}  // namespace dateline
