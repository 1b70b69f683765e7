#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// Text of format=flowed (RFC 3676) with one line a paragraph: lines that end in a blank are joined
/// with those that follow at the same depth of quotation. `delete_space`: of DelSp=yes. Line ends
/// are "\n" or "\r\n", in the result "\n".
std::string unflowed(std::string_view text, bool delete_space);

/// Without the signatures at the end, each a line "-- " and a few lines below it. A line "-- " with
/// much below it separates something else.
std::string_view without_signatures(std::string_view text);

/// The text of an HTML part, paragraphs separated by an empty line, without what programs for
/// newsletters put around it: "View in browser" among the first, "Unsubscribe" among the last
/// paragraphs. As it is where nothing else is in it.
std::string without_newsletter_links(std::string_view text);

}  // namespace dateline
