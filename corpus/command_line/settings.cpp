#include "corpus/command_line/settings.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cctype>
#include <system_error>

#include "corpus/command_line/command_manual.hpp"
#include "corpus/command_line/command_words.hpp"
#include "corpus/command_line/environment.hpp"
#include "corpus/command_line/settings_file.hpp"

namespace dateline {

namespace {

namespace fs = std::filesystem;

// A setting without an option.
constexpr std::string_view pager_key = "pager";

fs::path user_folder(const fs::path& home) {
    const std::string folder = environment("XDG_CONFIG_HOME");
    if (!folder.empty()) return folder;
    return home.empty() ? fs::path() : home / ".config";
}

std::vector<Setting> read_user_settings(const SettingsPlaces& places) {
    if (places.user_file.empty()) return {};
    auto settings = read_settings_file(places.user_file, SettingOrigin::user_file);
    if (!settings && places.user_file_is_named)
        throw Error(
            ErrorKind::usage,
            fmt::format("DATELINE_CONFIG names {}, which is not there", places.user_file.string()),
            "correct the variable, or unset it");
    return settings.value_or(std::vector<Setting>());
}

void append(std::vector<Setting>& settings, std::vector<Setting> weaker) {
    std::stable_partition(weaker.begin(), weaker.end(),
                          [](const Setting& one) { return !one.command.empty(); });
    std::ranges::move(weaker, std::back_inserter(settings));
}

bool is_path(const CLI::Option& option) {
    const std::string type = option_type(option);
    return type == "FILE" || type == "DIR" || type == "PATH";
}

std::string option_word(const std::string& key) { return (key.size() == 1 ? "-" : "--") + key; }

/// nullptr where the key names none. A letter is a key only where its option has no long name: what
/// is refused by name must not come in by its letter.
template <class App>
auto option_of(App& app, const std::string& key) {
    const auto option = app.get_option_no_throw(option_word(key));
    return option && (key.size() > 1 || option->get_lnames().empty()) ? option : nullptr;
}

bool is_format_of_another(const Setting& setting, const Command& command) {
    if (setting.key != "format" || !setting.command.empty() || setting.values.size() != 1)
        return false;
    const std::string format = setting.values.front() == "json" ? "jsonl" : setting.values.front();
    return std::ranges::find(command.formats, format) == command.formats.end() &&
           std::ranges::find(known_formats, format) != known_formats.end();
}

[[noreturn]] void throw_not_taken(const Setting& setting, const std::string& reason) {
    throw Error(ErrorKind::usage, fmt::format("{}: {}", setting.place, reason),
                fmt::format("change it there, or give {} by hand", option_word(setting.key)));
}

// The setting as it was applied: its paths lead somewhere.
Setting apply(CLI::Option& option, Setting setting, const fs::path& home) {
    if (!option.get_configurable())
        throw_not_taken(setting,
                        fmt::format("{} is not for a configuration: it is a deed", setting.key));
    if (is_path(option))
        for (std::string& value : setting.values) value = setting_path(setting, value, home);
    // On a command line no value begins so; CLI11 takes -3 for a number without sign.
    for (const std::string& value : setting.values)
        if (value.empty() || (value.size() > 1 && value[0] == '-'))
            throw_not_taken(setting, fmt::format("{} does not take \"{}\": {}", setting.key, value,
                                                 taken_by(option)));
    if (setting.values.size() > 1 && option.get_expected_max() <= 1)
        throw_not_taken(setting, fmt::format("{} takes one value", setting.key));
    try {
        for (const std::string& value : setting.values) option.add_result(value);
        option.run_callback();
    } catch (const CLI::ParseError&) {
        throw_not_taken(setting, fmt::format("{} does not take \"{}\": {}", setting.key,
                                             setting.values.empty() ? "" : setting.values.back(),
                                             taken_by(option)));
    }
    return setting;
}

bool is_excluded(CLI::Option& option) {
    return std::ranges::any_of(option.get_excludes(),
                               [](const CLI::Option* other) { return other->count() > 0; });
}

std::string unknown_key(const CLI::App& app, const Setting& setting) {
    Words keys{std::string(pager_key)};
    for (const CLI::Option* option : app.get_options()) keys.push_back(long_name(*option));
    std::string near = nearest_name(setting.key, keys);
    if (near == setting.key) near.clear();  // of this command alone, and set for all
    std::string hint = near.empty() ? "" : fmt::format("; did you mean {}?", near);
    if (near.empty() && setting.command.empty())
        hint = "; options of one command stand below [COMMAND]";
    return fmt::format("{}: {} is no option{}{}", setting.place, setting.key,
                       setting.command.empty() ? " of all commands" : " of " + setting.command,
                       hint);
}

bool is_global(const CLI::Option& option) { return option.get_group() == global_group; }

}  // namespace

SettingsPlaces settings_places() {
    SettingsPlaces places;
    std::error_code failure;
    places.working_directory = fs::current_path(failure);
    places.home = environment("HOME");
    const std::string named = environment("DATELINE_CONFIG");
    places.user_file_is_named = !named.empty();
    if (places.user_file_is_named)
        places.user_file = fs::absolute(named);
    else if (const fs::path folder = user_folder(places.home); !folder.empty())
        places.user_file = folder / "dateline" / "config.toml";
    // The working directory is without links; so must be what it is compared with.
    if (fs::path real = fs::canonical(places.home, failure); !failure)
        places.home = std::move(real);
    return places;
}

std::vector<Setting> read_settings(const SettingsPlaces& places) {
    std::vector<Setting> settings = environment_settings();
    append(settings, read_project_settings(places.working_directory, places.home));
    append(settings, read_user_settings(places));
    return settings;
}

const Setting* setting_for(const std::vector<Setting>& settings, std::string_view command,
                           std::string_view key) {
    const auto found = std::ranges::find_if(settings, [&](const Setting& setting) {
        return setting.key == key && (setting.command.empty() || setting.command == command);
    });
    return found == settings.end() ? nullptr : &*found;
}

std::vector<Setting> apply_settings(CLI::App& app, RawGlobals& raw, const Command& command,
                                    const std::vector<Setting>& settings, const fs::path& home) {
    std::vector<Setting> applied;
    for (const Setting& setting : settings) {
        if (setting_for(settings, command.name, setting.key) != &setting) continue;
        if (setting.key == pager_key) {
            raw.pager = setting.values.front();
            applied.push_back(setting);
            continue;
        }
        CLI::Option* option = option_of(app, setting.key);
        if (!option || (setting.command.empty() && !is_global(*option))) continue;
        if (option->count() > 0 || is_excluded(*option) || is_format_of_another(setting, command))
            continue;
        applied.push_back(apply(*option, setting, home));
    }
    return applied;
}

std::vector<std::string> unknown_keys(const CLI::App& app, const Command& command,
                                      const std::vector<std::string>& commands,
                                      const std::vector<Setting>& settings) {
    std::vector<std::string> sentences;
    for (const Setting& setting : settings) {
        const bool is_for_all = setting.command.empty();
        if (!is_for_all && std::ranges::find(commands, setting.command) == commands.end()) {
            const std::string near = nearest_name(setting.command, commands);
            sentences.push_back(fmt::format("{}: there is no command {}{}", setting.place,
                                            setting.command,
                                            near.empty() ? "" : "; did you mean " + near + "?"));
            continue;
        }
        if ((!is_for_all && setting.command != command.name) || setting.key == pager_key) continue;
        const CLI::Option* option = option_of(app, setting.key);
        if (option && (!is_for_all || is_global(*option))) continue;
        sentences.push_back(unknown_key(app, setting));
    }
    return sentences;
}

Error with_place(const Error& error, const std::vector<Setting>& applied) {
    if (error.kind() != ErrorKind::usage) return error;
    const std::string message = error.what();
    for (const Setting& setting : applied) {
        const std::string name = option_word(setting.key);
        const std::size_t at = message.find(name);
        if (at == std::string::npos) continue;
        const std::size_t end = at + name.size();
        if (end < message.size() &&
            (std::isalnum(static_cast<unsigned char>(message[end])) || message[end] == '-'))
            continue;
        return Error(error.kind(), fmt::format("{}: {}", setting.place, message), error.hint(),
                     error.excerpt());
    }
    return error;
}

}  // namespace dateline
