#include "corpus/command_line/front_door.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <optional>

#include "corpus/command_line/command_manual.hpp"
#include "corpus/command_line/command_words.hpp"
#include "corpus/command_line/companion.hpp"
#include "corpus/command_line/completions_command.hpp"
#include "corpus/command_line/config_command.hpp"
#include "corpus/command_line/environment.hpp"
#include "corpus/command_line/error_report.hpp"
#include "corpus/command_line/global_options.hpp"
#include "corpus/command_line/settings.hpp"
#include "corpus/error.hpp"
#include "corpus/output_file.hpp"
#include "corpus/pager.hpp"

namespace dateline {

namespace {

const Command* command_named(const std::vector<Command>& commands, std::string_view name) {
    const auto found = std::ranges::find(commands, name, &Command::name);
    return found == commands.end() ? nullptr : &*found;
}

std::vector<std::string> command_names(const std::vector<Command>& commands) {
    std::vector<std::string> names;
    for (const CompanionCommand& command : companion_commands) names.emplace_back(command.name);
    for (const Command& command : commands)
        if (!command.is_hidden) names.emplace_back(command.name);
    return names;
}

// Of "--all excludes --any".
std::string excluding_each_other(std::string message) {
    constexpr std::string_view verb = " excludes ";
    const std::size_t at = message.find(verb);
    if (at != std::string::npos) message.replace(at, verb.size(), " and ");
    return message + " exclude each other";
}

// What CLI11 says of a value, in our words: it names the option, and its text is for programmers.
Error refused_value(const CLI::App& app, const CLI::ParseError& error) {
    const std::string message = error.what();
    for (const CLI::Option* option : app.get_options()) {
        const std::string name = option->get_name();
        if (!message.starts_with(name + ":") && message.find(" " + name + " = ") == message.npos)
            continue;
        const std::string value = option->count() > 0 ? option->results().back() : "";
        if (value.empty())
            return {ErrorKind::usage, fmt::format("{} needs a value", name), taken_by(*option)};
        const bool is_too_small = value.find_first_not_of('0') == std::string::npos;
        return {ErrorKind::usage, fmt::format("{} does not take \"{}\"", name, value),
                taken_by(*option) + (is_too_small ? ", 1 or more" : "")};
    }
    return {ErrorKind::usage, message, "see --help"};
}

/// Of an option with one value that is given twice the last counts, so that an alias can be
/// overruled.
void let_last_win(CLI::App& app) {
    for (CLI::Option* option : app.get_options())
        if (takes_value(*option) && option->get_expected_max() == 1)
            option->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
}

/// Words read by CLI11. `wants_help` where --help is among them.
bool parse_options(CLI::App& app, Words options) {
    let_last_win(app);
    std::ranges::reverse(options);  // CLI11 takes them from the back
    try {
        app.parse(std::move(options));
    } catch (const CLI::CallForHelp&) {
        return true;
    } catch (const CLI::ExcludesError& error) {
        throw Error(ErrorKind::usage, excluding_each_other(error.what()), "give one of them");
    } catch (const CLI::ParseError& error) {
        throw refused_value(app, error);
    }
    return false;
}

void write_page(const RawGlobals& raw, const std::string& text, const ManualPage& page) {
    if (raw.format == "man") return write_output(manual_roff(page));
    Command help;
    help.pages = true;
    GlobalOptions global;
    global.format = "text";
    global.pager = default_value("pager", help);
    global.allows_pager = !raw.no_pager;
    const Action write = [&](const GlobalOptions&, const Words&) {
        write_output(text);
        return 0;
    };
    run_paged(help, write, global, {});
}

std::vector<Setting> typed_globals(const CLI::App& app) {
    std::vector<Setting> typed;
    for (const CLI::Option* option : app.get_options())
        if (option->count() > 0 && option->get_group() == global_group)
            typed.push_back({.key = long_name(*option),
                             .values = option->reduced_results(),
                             .origin = SettingOrigin::flag});
    return typed;
}

/// A command line as it goes through the door.
class Visit {
  public:
    explicit Visit(std::string version) : version_(std::move(version)) {
        front_door_.commands = program_commands();
        for (const Command& command :
             {config_command(front_door_), completions_command(), complete_command(front_door_),
              config_part_command(front_door_)})
            front_door_.commands.push_back(command);
    }

    int run(Words words) {
        words = without_help(std::move(words));
        const std::optional<std::size_t> position = command_position(words);
        if (!position) return run_without_command(words);
        const std::string name = words[*position];
        words.erase(words.begin() + static_cast<std::ptrdiff_t>(*position));
        if (const Command* command = command_named(commands(), name))
            return run_command(*command, words);
        if (!is_companion_command(name)) throw_unknown_command(name);
        words.insert(words.begin(), name);
        become_companion(words);
    }

  private:
    const std::vector<Command>& commands() const { return front_door_.commands; }

    // A name that is both is a topic: `config --help` is there for the other.
    bool is_only_command(const std::string& name) const {
        const Command* help = command_named(commands(), "help");
        if (help && std::ranges::count(fixed_values(std::string(help->arguments)), name) > 0)
            return false;
        return is_companion_command(name) || command_named(commands(), name);
    }

    // `help` is --help, `help COMMAND` its --help; the rest are topics of the command of that name.
    Words without_help(Words words) const {
        const std::optional<std::size_t> position = command_position(words);
        if (!position || words[*position] != "help") return words;
        const auto at = words.begin() + static_cast<std::ptrdiff_t>(*position);
        const std::optional<std::size_t> topic = command_position({at + 1, words.end()});
        if (topic && !is_only_command(words[*position + 1 + *topic])) return words;
        words.erase(at);
        words.emplace_back("--help");
        return words;
    }

    [[noreturn]] void throw_unknown_command(const std::string& name) const {
        const std::string near = nearest_name(name, command_names(commands()));
        throw Error(ErrorKind::usage, fmt::format("there is no command \"{}\"", name),
                    (near.empty() ? "" : fmt::format("did you mean {}? ", near)) +
                        fmt::format("`dateline search {} ...` searches; `dateline --help` lists "
                                    "the commands",
                                    name));
    }

    int run_without_command(const Words& words) const {
        CLI::App app;
        RawGlobals raw;
        declare_globals(app, raw);
        const bool wants_help = parse_options(app, split_words(app, words).options);
        if (wants_help)
            write_page(raw, program_help(commands(), width_columns(raw)),
                       program_page(commands(), app));
        else if (raw.version)
            write_output(version_);
        else
            throw Error(ErrorKind::usage, "no command given",
                        "`dateline --help` lists the commands");
        return 0;
    }

    int run_command(const Command& command, const Words& words) {
        CLI::App app;
        RawGlobals raw;
        const Action action = command.configure(app);
        declare_globals(app, raw, &command);
        const CommandLine line = split_words(app, words);
        if (parse_options(app, line.options)) {
            write_page(raw, command_help(command, app, width_columns(raw)),
                       command_page(command, app));
            return 0;
        }
        if (raw.version) {
            write_output(version_);
            return 0;
        }
        front_door_.typed = typed_globals(app);
        const SettingsPlaces places = settings_places();
        front_door_.settings = read_settings(places);
        front_door_.applied = apply_settings(app, raw, command, front_door_.settings, places.home);
        if (!raw.quiet && !command.is_hidden) print_unknown(app, command);
        try {
            return act(command, raw, action, line.arguments);
        } catch (const Error& error) {
            throw with_place(error, front_door_.applied);
        }
    }

    void print_unknown(const CLI::App& app, const Command& command) const {
        for (const std::string& sentence : unknown_variables()) print_message("warning", sentence);
        if (front_door_.settings.empty()) return;
        for (const std::string& sentence :
             unknown_keys(app, command, command_names(commands()), front_door_.settings))
            print_message("warning", sentence);
    }

    static int act(const Command& command, const RawGlobals& raw, const Action& action,
                   const Words& arguments) {
        const GlobalOptions global = global_options(raw, command);
        // A part of another command writes where that one does.
        std::optional<OutputFile> output;
        const bool has_file = !raw.output.empty() && raw.output != "-";  // standard output
        if (has_file && !command.is_hidden) output.emplace(raw.output);
        try {
            const int code = run_paged(command, action, global, arguments);
            if (output) output->keep();
            return code;
        } catch (const Error& error) {
            throw with_way_out(error, global);
        }
    }

    std::string version_;
    FrontDoor front_door_;
};

}  // namespace

int run_program(const std::vector<std::string>& words, const std::string& version) {
    return Visit(version).run(words);
}

}  // namespace dateline
