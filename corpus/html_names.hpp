#pragma once

#include <cstdint>
#include <string_view>

namespace dateline {

/// What authors of pages tell by the names that they give to elements.
enum class HtmlPurpose : std::uint8_t {
    unknown,
    article,   ///< the body of the article, or what holds it
    beside,    ///< around the article: menus, teasers, shares, advertisements, forms
    comments,  ///< what readers wrote
    caption,   ///< of a picture, with its credits
    byline,    ///< author, date
};

/// `names`: a class or id attribute. Decided word by word, in any spelling: "related-links",
/// "relatedLinks", "c-related__links".
HtmlPurpose purpose_of_names(std::string_view names);

/// `names` are those of what shows other articles than the page's own, or of a menu.
bool names_what_is_apart(std::string_view names);

/// `names` are those of what is shown over the text while the mouse is on a link or a word.
bool names_popup(std::string_view names);

}  // namespace dateline
