#pragma once

#include <string_view>

#include "corpus/reader.hpp"

namespace dateline {

/// One message: .eml, a file of a Maildir or of MH.
bool recognises_mail(std::string_view head);
const ArticleReader& mail_reader();

/// Messages one after the other, each behind a "From " line.
bool recognises_mbox(std::string_view head);
const ArticleReader& mbox_reader();

}  // namespace dateline
