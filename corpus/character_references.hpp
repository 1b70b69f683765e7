#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace dateline {

/// A reference to a character, as HTML has it.
struct CharacterReference {
    char32_t character = 0;
    std::size_t bytes = 0;  ///< of the reference, its semicolon included
};
/// The reference that `text` begins with, if it is whole and known: &amp; &eacute; &#233; &#xE9;
std::optional<CharacterReference> leading_reference(std::string_view text);

void append_utf8(std::string& text, char32_t character);

struct ResolvedEntities {
    /// Empty where nothing had to be replaced. An empty text has nothing to replace.
    std::string text;
    std::string unknown;  ///< the name of the first entity that has no meaning here
};

/// XML text with the references put right that publishers write and XML does not know: HTML's
/// entities (&nbsp;), numbers of windows-1252 (&#146;), &#X41;, numbers without their semicolon or
/// of no character. What XML knows stays, and so do ampersands that begin nothing, and entities
/// that the document itself may declare: they are never expanded. Valid UTF-8 in and out.
ResolvedEntities resolve_entities(std::string_view xml);

}  // namespace dateline
