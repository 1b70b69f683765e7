#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/command_line/setting.hpp"

namespace dateline {

struct VariableRow {
    std::string_view name;
    std::string_view key;  ///< the setting that it is; empty where it is none
    std::string_view about;
};

/// The one table of variables: they are read by it, and help prints it.
inline constexpr std::array<VariableRow, 12> variable_rows{{
    {"DATELINE_INDEX", "index", "the index's folder (--index)"},
    {"DATELINE_CONFIG", "", "the user's configuration, instead of config.toml"},
    {"DATELINE_PAGER", "pager", "the program that shows long answers; empty or cat: none"},
    {"DATELINE_COLOR", "color", "auto, always or never (--color)"},
    {"DATELINE_THREADS", "threads", "worker threads (--threads)"},
    {"DATELINE_TODAY", "today", "what \"today\" is (--today)"},
    {"DATELINE_FORMAT", "format", "of commands that have this format (--format)"},
    {"NO_COLOR", "", "not empty: no colour, unless --color or DATELINE_COLOR asks for it"},
    {"PAGER", "", "the pager where nothing of dateline's own names one"},
    {"COLUMNS", "", "the width where output is no terminal and --width is not given"},
    {"XDG_DATA_HOME", "", "the index is in its folder dateline (~/.local/share)"},
    {"XDG_CONFIG_HOME", "", "config.toml is in its folder dateline (~/.config)"},
}};

/// Empty where it is not set.
std::string environment(const char* name);

/// What variables set, the strongest first.
std::vector<Setting> environment_settings();

/// A sentence for each variable of our prefix that means nothing.
std::vector<std::string> unknown_variables();

}  // namespace dateline
