#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "corpus/field_map.hpp"
#include "corpus/formats/json_dom.hpp"

namespace dateline {

/// Text as the record has it: a view of the parser's copy where nothing had to be put together.
using RawText = std::variant<std::string_view, std::string>;

std::string_view view_of(const RawText& text);

/// Nothing but white space.
bool is_blank(std::string_view text);

/// What a value says as this field; blank for null, true and false, and for what is nested too
/// deep. Objects: by the names under which texts stand in objects (headline.main, author.name,
/// content.rendered, date.$date). Arrays: paragraphs and persons are joined, of other fields the
/// first element counts that is not blank; of a body's typed blocks only those that are text.
/// Numbers are ids, dates and text, but never names: of a byline or a section they are keys to
/// tables elsewhere. Markup is undone in the fields that are prose.
RawText text_of(dom::element element, ArticleField field);

/// A value that the record calls section: of an array all elements, as joined_sections does.
RawText sections_of(dom::element element);

/// How the elements of an array become one text; empty for fields of which the first counts.
std::string_view array_separator(ArticleField field);

/// Text without its markup, where it has some.
RawText plain_text(std::string_view text);

/// The text of a key that holds a string; empty where there is no such key or no string.
std::string_view string_at(dom::object object, std::string_view key);

}  // namespace dateline
