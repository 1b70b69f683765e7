#pragma once

#include <string>
#include <string_view>

namespace dateline {

struct TrecHeadline {
    std::string headline;
    std::string byline;
};

/// A headline element as text. The Wall Street Journal's has the byline below a line of dashes, and
/// may have '@' before each line; the Financial Times' begins "FT  14 MAY 91 / ".
TrecHeadline split_trec_headline(std::string_view text);

}  // namespace dateline
