#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "corpus/command.hpp"
#include "corpus/command_line/global_options.hpp"
#include "corpus/command_line/setting.hpp"
#include "corpus/error.hpp"

namespace CLI {
class App;
}

namespace dateline {

/// Where settings are looked for.
struct SettingsPlaces {
    std::filesystem::path working_directory;  ///< empty: no project file
    std::filesystem::path home;
    std::filesystem::path user_file;
    bool user_file_is_named = false;  ///< by DATELINE_CONFIG: it must be there
};

/// As this process finds them.
SettingsPlaces settings_places();

/// Everything that variables and files set, the strongest first; in one file, what stands below
/// `[command]` before what is for all. Throws Error{usage} for files that cannot be taken.
std::vector<Setting> read_settings(const SettingsPlaces& places);

/// The one in force for an option of a command; nullptr where none is.
const Setting* setting_for(const std::vector<Setting>& settings, std::string_view command,
                           std::string_view key);

/// Gives every option that was not typed the value that is set for it, and returns those settings.
/// A format that the command does not have is passed over where it is set for all commands. Throws
/// Error{usage} for values that an option does not take.
std::vector<Setting> apply_settings(CLI::App& app, RawGlobals& raw, const Command& command,
                                    const std::vector<Setting>& settings,
                                    const std::filesystem::path& home);

/// A sentence for each key that is no option: of all commands, and of `command` where the settings
/// of others are not looked at.
std::vector<std::string> unknown_keys(const CLI::App& app, const Command& command,
                                      const std::vector<std::string>& commands,
                                      const std::vector<Setting>& settings);

/// `error` with the place of the setting that it is about, if it names one.
Error with_place(const Error& error, const std::vector<Setting>& applied);

}  // namespace dateline
