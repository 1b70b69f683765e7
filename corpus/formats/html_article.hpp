#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "corpus/reader.hpp"

namespace dateline {

/// What a page says.
struct HtmlReading {
    std::optional<Article> article;  ///< without origin
    std::string problem;             ///< why there is no article
    bool is_skip = false;            ///< the page holds none by nature: a front, an error, a shell
    std::string warning;             ///< empty, or what of the article is not taken
};

/// Reads a page as an article: JSON-LD, then what the page says of itself, then its text.
/// `declared_charset`: of the protocol, or empty: then what the page declares, else what its bytes
/// look like (encoding.hpp). `url`: where the page was found, or empty.
HtmlReading read_html_article(std::string_view bytes, std::string_view declared_charset,
                              std::string_view url, const ReadOptions& options);

}  // namespace dateline
