#pragma once

#include <cstddef>
#include <string_view>

namespace dateline {

/// "Subject: ...", by RFC 5322's characters for names of fields.
bool is_header_line(std::string_view line);

/// A block of header fields that a mail program wrote, at the beginning of `head`: a sender, and a
/// field that no other header of an article has. It may be cut by the end of the head.
bool begins_with_mail_headers(std::string_view head);

/// What separates the messages of an mbox: "From jane@example.com Mon Jan  5 10:00:00 2004", and
/// header fields below. A sentence that begins with "From" is none. `text` begins at that line;
/// `is_after_blank`: so does a message, or the file.
bool is_postmark(std::string_view text, bool is_after_blank);

}  // namespace dateline
