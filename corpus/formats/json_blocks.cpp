#include "corpus/formats/json_blocks.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace dateline {
namespace {

constexpr std::array<std::string_view, 34> other_types{"ad",
                                                       "advert",
                                                       "advertisement",
                                                       "audio",
                                                       "author_info",
                                                       "carousel",
                                                       "custom_embed",
                                                       "deck",
                                                       "divider",
                                                       "embed",
                                                       "facebook",
                                                       "figure",
                                                       "gallery",
                                                       "graphic",
                                                       "image",
                                                       "inline_story",
                                                       "instagram",
                                                       "interstitial",
                                                       "interstitial_link",
                                                       "link_list",
                                                       "map",
                                                       "media",
                                                       "newsletter",
                                                       "oembed",
                                                       "oembed_response",
                                                       "photo",
                                                       "picture",
                                                       "promo",
                                                       "reference",
                                                       "related",
                                                       "related_content",
                                                       "tweet",
                                                       "video",
                                                       "youtube"};
static_assert(std::ranges::is_sorted(other_types));

}  // namespace

bool is_text_block(dom::object block) {
    std::string_view type;
    if (block.at_key("type").get(type) != simdjson::SUCCESS || type.size() > 20) return true;
    std::string folded(type);
    std::ranges::transform(folded, folded.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c == '-' ? '_' : c;
    });
    return !std::ranges::binary_search(other_types, std::string_view(folded));
}

}  // namespace dateline
