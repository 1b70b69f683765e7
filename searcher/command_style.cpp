#include "searcher/command_style.hpp"

#include <cstdlib>
#include <string_view>

namespace dateline {

namespace {

std::string_view environment(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

// A terminal that shows what it does not understand says so by its name, but for VTE before 0.50.
bool may_link(std::string_view terminal) {
    if (terminal.empty() || terminal == "dumb" || terminal == "linux") return false;
    constexpr int first_with_links = 5000;
    const char* const vte = std::getenv("VTE_VERSION");
    return vte == nullptr || std::atoi(vte) >= first_with_links;
}

}  // namespace

TextStyle text_style(const GlobalOptions& global) {
    const std::string_view terminal = environment("TERM");
    const bool use_color =
        global.color == ColorChoice::always ||
        (global.color == ColorChoice::automatic && global.on_terminal && terminal != "dumb");
    return {.width_columns = global.width_columns,
            .color = use_color,
            .links = global.on_terminal && use_color && may_link(terminal)};
}

}  // namespace dateline
