#pragma once

#include <cstdint>
#include <string_view>

#include "corpus/date.hpp"
#include "corpus/html_head.hpp"
#include "corpus/html_metadata.hpp"

namespace dateline {

/// The date of publication that a page gives: what it says for programs, else what it shows near
/// its headline, else elsewhere, but not of other articles; else the day in its address
/// (/2019/11/18/). `body`: the node of the article's body. Where none can be read, the reading is
/// that of the first.
DateReading read_html_date(const HtmlMetadata& metadata, const HtmlHead& head, std::uint32_t body,
                           std::string_view url, const DateOptions& options);

}  // namespace dateline
