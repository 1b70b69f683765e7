#pragma once

#include <string>
#include <string_view>

namespace dateline {

struct FbisText {
    std::string byline;     ///< "Carlos Perez" of "[By Carlos Perez]"
    std::string_view text;  ///< behind the head
};

/// The text of the Foreign Broadcast Information Service begins with lines that are not of the
/// article: "Language: Spanish" (it was translated from), "Article Type:BFN", "[By Carlos Perez]",
/// and "[Text]" or "[Excerpts]" before the dateline. Other texts come back as they are.
FbisText read_fbis_text(std::string_view text);

}  // namespace dateline
