#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// The text of an HTML or XHTML fragment (or page): block elements separated by an empty line,
/// <br> a newline, cells of a table by a tab, entities resolved; scripts, styles, forms' controls
/// and hidden elements left out, and so are <aside> and <figcaption>, which are beside a text,
/// where there is other text. White space is one blank, as browsers have it, except in <pre>; where
/// nothing says what the paragraphs are, neither <p>, <div> nor <br>, empty lines of the source do,
/// and without any block also its newlines. UTF-8 in and out; cleaning (clean_body) is left to the
/// caller. What is too large or too intricate to be parsed comes back as it is, with its tags cut
/// out.
std::string html_text(std::string_view html);

/// Whether a text has HTML in it: a tag of a known element, or an entity. Fast where not.
bool has_markup(std::string_view text);

}  // namespace dateline
