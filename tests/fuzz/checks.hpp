#pragma once

#include <string_view>

namespace dateline::test {

// What must hold whatever the bytes: each of these ends the program where it does not.

/// A text given as a date is read, or refused with a reason; what is read is a day of the calendar
/// in range, and reads the same when it is written in ISO 8601.
void check_date_text(std::string_view bytes);

/// A body, made clean as readers do, is cut into passages that join back to it, of whole
/// characters, with ascending ends of sentences.
void check_passages(std::string_view bytes);

/// The text of HTML is UTF-8, which cleaning makes clean at once. Taken for a web page, the bytes
/// give an article of clean fields, or a reason why there is none.
void check_html(std::string_view bytes);

/// Bytes given as any file or record of an index, with the checksum that they should have, are read
/// or refused with Error{index}; nothing beside them is read. The first byte says which, see
/// stored_check.cpp.
void check_stored(std::string_view bytes);

}  // namespace dateline::test
