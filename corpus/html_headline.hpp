#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "corpus/html_metadata.hpp"

namespace dateline {

/// The headline of a page's article: the <h1> that says what the metadata say, of several the
/// nearest to the body; else what the metadata say. Without the name of the site. `linked`: the
/// headline that JSON-LD gives, or empty. `body`: the node of the body.
std::string html_headline(const HtmlMetadata& metadata, std::string_view linked,
                          std::uint32_t body);

/// The node of the <h1> that says what the page calls its article; 0 where none does.
std::uint32_t html_headline_node(const HtmlMetadata& metadata, std::string_view linked);

/// The node of the first <h1> that is the headline word for word; 0 where none is.
std::uint32_t html_heading_node(const HtmlMetadata& metadata, std::string_view headline);

/// "The headline | The Site" without the name of the site: what follows the last separator, where
/// it is the site's name or host, or (`is_page_title`) is short beside what comes before.
std::string without_site_name(std::string_view title, std::string_view site, std::string_view url,
                              bool is_page_title);

/// Two texts share most words of the shorter one.
bool says_the_same(std::string_view one, std::string_view other);

}  // namespace dateline
