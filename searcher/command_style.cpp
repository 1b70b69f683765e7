#include "searcher/command_style.hpp"

namespace dateline {

TextStyle text_style(const GlobalOptions& global) {
    const bool use_color = global.color == ColorChoice::always ||
                           (global.color == ColorChoice::automatic && global.on_terminal);
    return {.width_columns = global.width_columns, .color = use_color};
}

}  // namespace dateline
