#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// What an element of a record is for.
enum class SgmlRole : std::uint8_t {
    ignored,
    id,
    headline,
    headline_rest,  ///< goes on where a headline broke off
    date,
    byline,
    place,
    dateline,
    source,
    section,
    lead,  ///< text before the text
    text,
    after_text,  ///< captions, corrections
    note,        ///< about the article or its pictures; the text where there is no other
    web_header,  ///< what follows is a page as a server sent it
};

struct SgmlElement {
    std::string_view name;  ///< upper case
    SgmlRole role = SgmlRole::ignored;
};

/// An element of a record with what it holds: markup, as views of the record.
struct SgmlField {
    SgmlRole role = SgmlRole::ignored;
    std::size_t row = 0;  ///< of its element in the table
    std::string_view attributes;
    std::string_view content;
};

/// The elements of `record` that `table` names; all others are markup of what they stand in. A
/// text goes to its own end tag whatever it holds, or, where that is missing, to the next field; so
/// do the others, but no element of the table stands in them: its start tag ends them. Behind a
/// web_header nothing is looked for: that is another document.
std::vector<SgmlField> split_sgml_fields(std::string_view record,
                                         std::span<const SgmlElement> table);

/// What stands in no field: the parts joined by newlines.
std::string text_outside_fields(std::string_view record, std::span<const SgmlField> fields);

}  // namespace dateline
