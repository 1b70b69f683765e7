#pragma once

#include <string_view>

#include "corpus/reader.hpp"

namespace dateline {

/// Web archives: responses, resources, and conversions to plain text (WET). Each of these gives an
/// article, or a Skip or Rejection that says why not. Records about the capture itself (warcinfo,
/// request, metadata) have no contents of their own and are passed over; they count, so that record
/// numbers are those of the file. Revisits are Skips: their page is in another record.
bool recognises_warc(std::string_view head);
const ArticleReader& warc_reader();

}  // namespace dateline
