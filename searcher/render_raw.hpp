#pragma once

#include <string>

#include "corpus/article.hpp"
#include "searcher/render.hpp"

namespace dateline {

/// Every field of an article with its provenance, and where the record stands, as `show --raw`
/// prints it: a row each of name, provenance and value, the origin's without provenance, the body
/// last; "-" where a field is empty or the origin has no such part. Never narrower than 40 columns.
std::string render_raw_text(const Article& article, const TextStyle& style);

/// One object, with a newline:
///   {"id": ..., "fields": {NAME: {"value": ..., "provenance": ...}, ...}, "origin": {...}}
/// NAME is each of id, headline, date, source, section, byline, place, language, url, body.
/// "value": text, null where the field is empty; "provenance": "record", "text", "detected",
/// "path" or "--set", null with the value. The date's value is ISO 8601 to its precision, null if
/// undated; it has two more keys, "precision" (none, year, month, day, time) and "printed" (as the
/// source has it, null if it has none). "origin": root, path, member (null outside containers),
/// offset (bytes), line (from 1), record (from 1; null where the file is one article).
std::string render_raw_jsonl(const Article& article);

}  // namespace dateline
