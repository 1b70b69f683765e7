#include "corpus/command_line/config_command.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <nlohmann/json.hpp>

#include "corpus/command_line/command_manual.hpp"
#include "corpus/command_line/command_words.hpp"
#include "corpus/command_line/companion.hpp"
#include "corpus/command_line/settings.hpp"
#include "corpus/error.hpp"
#include "corpus/terminal_text.hpp"

namespace dateline {

namespace {

/// One option with its value in force.
struct ConfigRow {
    std::string command{};  // empty: for every command
    std::string key{};
    std::vector<std::string> values{};  // empty: none
    SettingOrigin origin = SettingOrigin::by_default;
    std::string place{};
    bool is_text = true;  // written between quotes
};

std::string_view origin_name(SettingOrigin origin) {
    switch (origin) {
        case SettingOrigin::flag:
            return "flag";
        case SettingOrigin::environment:
            return "environment";
        case SettingOrigin::project_file:
            return "project file";
        case SettingOrigin::user_file:
            return "user file";
        case SettingOrigin::by_default:
            break;
    }
    return "default";
}

bool is_number(const std::string& text) {
    return !text.empty() && text.find_first_not_of("0123456789.") == std::string::npos;
}

ConfigRow row_of(const std::string& command, const CLI::Option& option, const Setting* setting,
                 const std::string& otherwise) {
    ConfigRow row{.command = command, .key = long_name(option)};
    const bool is_flag = option.get_expected_max() == 0;
    if (setting) {
        row.values = setting->values;
        row.origin = setting->origin;
        row.place = setting->place;
    } else if (is_flag) {
        row.values = {"false"};
    } else if (!otherwise.empty()) {
        row.values = {otherwise};
    }
    row.is_text = !is_flag && !std::ranges::all_of(row.values, is_number);
    return row;
}

std::vector<ConfigRow> global_rows(const FrontDoor& front_door, const Command& command) {
    CLI::App app;
    RawGlobals raw;
    declare_globals(app, raw, &command);
    std::vector<ConfigRow> rows;
    const auto in_force = [&](const std::string& key) {
        for (const auto* settings : {&front_door.typed, &front_door.applied, &front_door.settings})
            if (const Setting* setting = setting_for(*settings, "", key)) return setting;
        return static_cast<const Setting*>(nullptr);
    };
    for (const CLI::Option* option : app.get_options()) {
        if (!option->get_configurable()) continue;
        const std::string key = long_name(*option);
        rows.push_back(row_of("", *option, in_force(key), default_value(key, command)));
    }
    ConfigRow pager{.key = "pager", .values = {default_value("pager", command)}};
    if (const Setting* setting = in_force(pager.key)) {
        pager.values = setting->values;
        pager.origin = setting->origin;
        pager.place = setting->place;
    }
    rows.push_back(pager);
    return rows;
}

// A value that is none of its option's is an error here already.
std::vector<ConfigRow> command_rows(const FrontDoor& front_door, const Command& command) {
    CLI::App app;
    RawGlobals raw;
    const Action action = command.configure(app);
    declare_globals(app, raw, &command);
    const auto applied =
        apply_settings(app, raw, command, front_door.settings, settings_places().home);
    std::vector<ConfigRow> rows;
    const std::string name(command.name);
    for (const CLI::Option* option : app.get_options()) {
        const std::string key = long_name(*option);
        const Setting* setting = setting_for(applied, name, key);
        const bool is_own = option->get_group() != global_group;
        if (option->get_configurable() && (is_own || (setting && !setting->command.empty())))
            rows.push_back(row_of(name, *option, setting, option->get_default_str()));
    }
    return rows;
}

std::string toml_value(const ConfigRow& row) {
    const auto quoted = [&](const std::string& value) {
        std::string clean = without_controls(value);
        if (!row.is_text) return clean;
        const char quote = clean.find('"') == std::string::npos ? '"' : '\'';
        return quote + clean + quote;
    };
    if (row.values.size() == 1) return quoted(row.values.front());
    std::vector<std::string> values;
    for (const std::string& value : row.values) values.push_back(quoted(value));
    return fmt::format("[{}]", fmt::join(values, ", "));
}

// A line of a configuration file; its origin beside it where that fits, else above. Defaults are
// comments: a file made of the output does not pin them.
std::string toml_line(const ConfigRow& row, std::size_t width_columns) {
    constexpr std::size_t origin_column = 32;
    if (row.values.empty()) return fmt::format("# {} =\n", row.key);
    // Nor where this very output goes.
    const bool is_comment = row.origin == SettingOrigin::by_default ||
                            (row.key == "output" && row.origin == SettingOrigin::flag);
    const std::string line =
        fmt::format("{}{} = {}", is_comment ? "# " : "", row.key, toml_value(row));
    const std::string origin =
        without_controls(row.place.empty() ? std::string(origin_name(row.origin)) : row.place);
    std::string beside = fmt::format("{:<{}}  # {}\n", line, origin_column, origin);
    if (beside.size() <= width_columns + 1) return beside;
    return fmt::format("# {}:\n{}\n", origin, line);
}

std::string rows_text(const std::vector<ConfigRow>& rows, std::size_t width_columns) {
    std::string out;
    for (const ConfigRow& row : rows) {
        if (out.empty() && !row.command.empty()) out = fmt::format("\n[{}]\n", row.command);
        out += toml_line(row, width_columns);
    }
    return out;
}

std::string row_json(const ConfigRow& row) {
    using Json = nlohmann::ordered_json;
    Json value;
    if (row.values.size() == 1)
        value = row.values.front();
    else if (!row.values.empty())
        value = row.values;
    const Json object{{"command", row.command.empty() ? Json() : Json(row.command)},
                      {"setting", row.key},
                      {"value", value},
                      {"origin", origin_name(row.origin)},
                      {"place", row.place.empty() ? Json() : Json(row.place)}};
    return escaped_json(object.dump(-1, ' ', false, Json::error_handler_t::replace)) + "\n";
}

void write_rows(const GlobalOptions& global, const std::vector<ConfigRow>& rows) {
    std::string out;
    if (global.format == "jsonl")
        for (const ConfigRow& row : rows) out += row_json(row);
    else
        out = rows_text(rows, global.width_columns);
    write_output(out);
}

int write_commands(const GlobalOptions& global, const FrontDoor& front_door) {
    for (const Command& command : front_door.commands) {
        if (command.is_hidden) continue;
        write_rows(global, command_rows(front_door, command));
    }
    return 0;
}

bool has_companion(const FrontDoor& front_door) {
    return std::ranges::none_of(front_door.commands, [](const Command& command) {
        return is_companion_command(command.name);
    });
}

// Of keys in sections of other commands, which their own runs would warn of.
void print_unknown_keys(const GlobalOptions& global, const FrontDoor& front_door) {
    for (const Command& command : front_door.commands) {
        CLI::App app;
        RawGlobals raw;
        const Action action = command.configure(app);
        declare_globals(app, raw, &command);
        std::vector<Setting> own;
        std::ranges::copy_if(front_door.settings, std::back_inserter(own),
                             [&](const Setting& one) { return one.command == command.name; });
        for (const std::string& sentence :
             unknown_keys(app, command, {std::string(command.name)}, own))
            print_warning(global, sentence);
    }
}

int run_config(const GlobalOptions& global, const FrontDoor& front_door,
               const std::vector<std::string>& arguments) {
    if (!arguments.empty())
        throw Error(ErrorKind::usage, "config takes no arguments",
                    "settings are changed in a file: dateline help config");
    const auto own =
        std::ranges::find(front_door.commands, std::string_view("config"), &Command::name);
    write_rows(global, global_rows(front_door, *own));
    write_commands(global, front_door);
    print_unknown_keys(global, front_door);
    if (!has_companion(front_door)) return 0;
    Words words{"config-part", "--format", global.format, "--width",
                fmt::format("{}", global.width_columns)};
    if (global.quiet) words.emplace_back("--quiet");
    return run_companion(words);
}

}  // namespace

Command config_command(const FrontDoor& front_door) {
    return {.name = "config",
            .summary = "every setting, its value, and where it comes from",
            .details =
                "The output is itself a configuration file. `dateline help config` says "
                "where such files stand, and what may be in them.",
            .arguments = "",
            .formats = {"text", "jsonl"},
            .configure = [&front_door](CLI::App&) -> Action {
                return [&front_door](const GlobalOptions& global,
                                     const std::vector<std::string>& arguments) {
                    return run_config(global, front_door, arguments);
                };
            },
            .pages = true};
}

Command config_part_command(const FrontDoor& front_door) {
    return {.name = "config-part",
            .summary = "what is set for the commands of this program",
            .arguments = "",
            .formats = {"text", "jsonl"},
            .configure = [&front_door](CLI::App&) -> Action {
                return [&front_door](const GlobalOptions& global, const std::vector<std::string>&) {
                    const int code = write_commands(global, front_door);
                    print_unknown_keys(global, front_door);
                    return code;
                };
            },
            .is_hidden = true};
}

}  // namespace dateline
