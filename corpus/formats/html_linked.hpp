#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/reader.hpp"

namespace dateline {

/// What the JSON-LD of a page says of its article.
struct HtmlLinkedData {
    std::optional<Article> article;  ///< of the first script that tells of one
    bool is_typed = false;           ///< it is an article by its type, and not just some page
    std::string problem;             ///< empty, or why one that tells of an article was not read,
                                     ///< or what of it could not be used
};

/// `scripts`: contents of <script type="application/ld+json">: objects, arrays or graphs; also in
/// comments or CDATA sections, with entities, with newlines in strings.
HtmlLinkedData read_html_linked_data(const std::vector<std::string_view>& scripts,
                                     const ReadOptions& options);

}  // namespace dateline
