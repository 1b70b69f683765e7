#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/command_line/setting.hpp"

namespace dateline {

inline constexpr std::string_view project_file_name = ".dateline.toml";

/// What the text of a configuration file sets, in its order. `file`: for messages, and where
/// relative paths begin. Throws Error{usage} with FILE:LINE for what is not `key = value` below
/// `[command]`, and for a key that stands there twice.
std::vector<Setting> parse_settings(std::string_view text, const std::filesystem::path& file,
                                    SettingOrigin origin);

/// nullopt: there is none. Throws Error{usage} for one that cannot be read, or is no regular file
/// of at most 1 MiB.
std::optional<std::vector<Setting>> read_settings_file(const std::filesystem::path& file,
                                                       SettingOrigin origin);

/// The nearest project file from `folder` upwards, not above `home`. All of it is untrusted: it may
/// have come with a downloaded archive. Throws Error{usage} where it sets what only the user may
/// set, such as a pager.
std::vector<Setting> read_project_settings(const std::filesystem::path& folder,
                                           const std::filesystem::path& home);

/// Where the path `value` of a setting leads: relative ones begin at the setting's folder, `~/` at
/// the home directory. Throws Error{usage} where a project file leads out of its own folder, by
/// links too.
std::string setting_path(const Setting& setting, const std::string& value,
                         const std::filesystem::path& home);

}  // namespace dateline
