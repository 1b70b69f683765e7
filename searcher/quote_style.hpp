#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace dateline {

/// A quotation mark and the marks that may close it: English, German, Polish, French, Swedish and
/// typewriter habits.
struct QuoteStyle {
    std::string_view open;
    std::string_view close;
    std::string_view other_close;

    /// The closing mark that the text begins with; empty where it begins with none.
    std::string_view closing(std::string_view text) const {
        if (text.starts_with(close)) return close;
        return text.starts_with(other_close) ? other_close : std::string_view{};
    }
};
inline constexpr std::array<QuoteStyle, 6> quote_styles{{
    {"\"", "\"", "\""},
    {"\u201C", "\u201D", "\u201D"},
    {"\u201D", "\u201D", "\u201D"},
    {"\u201E", "\u201C", "\u201D"},
    {"\u00AB", "\u00BB", "\u00BB"},
    {"\u00BB", "\u00AB", "\u00BB"},
}};

inline const QuoteStyle* quote_at(std::string_view text) {
    const auto style = std::find_if(quote_styles.begin(), quote_styles.end(),
                                    [&](const QuoteStyle& s) { return text.starts_with(s.open); });
    return style == quote_styles.end() ? nullptr : &*style;
}

}  // namespace dateline
