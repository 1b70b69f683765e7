#pragma once

#include <cstddef>
#include <string_view>

namespace dateline {

/// One tag of HTML source, found without parsing the page.
struct HtmlSourceTag {
    std::string_view name;       ///< as written, without the '/' of an end tag
    std::size_t end = 0;         ///< offset after its '>', or the size of the source
    std::size_t attributes = 0;  ///< their number
    bool is_end_tag = false;
};

/// The tag at `at`, where a '<' stands; without a name where no tag begins there (comments,
/// declarations, "a < b"). '>' within quoted values does not end it.
HtmlSourceTag html_tag_at(std::string_view html, std::size_t at);

/// `name` in any case equals `lower`.
bool is_html_name(std::string_view name, std::string_view lower);

/// Offset of the end tag of a raw text element ("</script"), from `at` on; npos where there is
/// none.
std::size_t find_end_tag(std::string_view html, std::string_view name, std::size_t at);

/// HTML 5's elements and those of older versions; `name` in any case.
bool is_html_element(std::string_view name);

}  // namespace dateline
