#pragma once

#include "searcher/render.hpp"
#include "searcher/text_layout.hpp"

namespace dateline {

/// The inks of everything that is printed for people; all empty where there is no colour.
struct TextInks {
    Ink headline;
    Ink text;
    Ink aside;
    Ink id;  ///< what can be typed to see more
};

inline constexpr std::size_t min_width_columns = 20;

inline TextInks inks_of(const TextStyle& style) {
    if (!style.color) return {};
    return {{"1", "1;31"}, {"", "1;31"}, {"2", "1;31"}, {"36", "1;31"}};
}

}  // namespace dateline
