#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace dateline {

/// Where a value comes from, from the strongest on.
enum class SettingOrigin { flag, environment, project_file, user_file, by_default };

/// A value for an option that stands somewhere else than on the command line.
struct Setting {
    std::string command{};              ///< empty: for every command
    std::string key{};                  ///< the option's long name, without dashes
    std::vector<std::string> values{};  ///< several only where the file has a list
    SettingOrigin origin = SettingOrigin::by_default;
    std::string place{};             ///< "DATELINE_COLOR", or "FILE:LINE"
    std::filesystem::path folder{};  ///< what relative paths begin at; empty: the working directory
};

}  // namespace dateline
