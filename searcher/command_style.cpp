#include "searcher/command_style.hpp"

#include <unistd.h>

namespace dateline {

TextStyle text_style(const GlobalOptions& global) {
    const bool use_color = global.color == ColorChoice::always ||
                           (global.color == ColorChoice::automatic && isatty(STDOUT_FILENO) != 0);
    return {.width_columns = global.width_columns, .color = use_color};
}

}  // namespace dateline
