#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <optional>

#include "corpus/command.hpp"
#include "corpus/error.hpp"
#include "corpus/output_file.hpp"
#include "corpus/pager.hpp"
#include "corpus/schema.hpp"

// The front door of both programs: finds the command, reads the options, prints errors, chooses the
// exit code. Query words must reach the query byte for byte, so only options are handed to CLI11,
// never words.

namespace dateline {
namespace {

// Commands of the other program, which loads what only the reading of formats needs (see
// ARCHITECTURE.md).
struct CompanionCommand {
    std::string_view name;
    std::string_view summary;
};
constexpr std::array companion_commands{
    CompanionCommand{"index", "add articles to an index, or bring it up to date"},
    CompanionCommand{"check", "whether the index is whole, and what became of every source file"},
};
constexpr const char* companion_program = "dateline-index";

using Words = std::vector<std::string>;

struct CommandLine {
    Words options;    // for CLI11, in order
    Words arguments;  // everything else, byte for byte
};

// What a user can set before or after the command. Strings are checked in global_options.
struct RawGlobals {
    std::string index;
    std::string format;
    std::string output;
    std::string color = "auto";
    std::size_t width_columns = 0;
    std::string threads;
    std::string today;
    std::string progress = "auto";
    std::uint32_t format_version = 1;
    bool no_pager = false;
    bool quiet = false;
    bool verbose = false;
    bool version = false;
};

int exit_code(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::usage:
            return 2;
        case ErrorKind::index:
            return 3;
        case ErrorKind::input_output:
            return 4;
        case ErrorKind::refused:
            return 5;
        case ErrorKind::interrupted:
            return 130;
    }
    return 4;
}

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

void declare_globals(CLI::App& app, RawGlobals& raw) {
    app.set_help_flag("-h,--help", "this help");
    app.add_option("--index", raw.index, "the index's folder")->type_name("DIR");
    app.add_option("--format", raw.format, "how answers are written")->type_name("F");
    app.add_option("-o,--output", raw.output, "write there instead of to standard output")
        ->type_name("FILE");
    app.add_option("--format-version", raw.format_version, "of the fields of jsonl and csv")
        ->check(CLI::IsMember({1}))
        ->type_name("N");
    app.add_flag("--no-pager", raw.no_pager, "never show long answers through a pager");
    app.add_option("--color", raw.color, "auto, always or never")->type_name("WHEN");
    app.add_option("--width", raw.width_columns, "columns for text output")->type_name("N");
    app.add_option("-j,--threads", raw.threads, "worker threads")->type_name("N");
    app.add_option("--today", raw.today, "what \"today\" is")->type_name("DATE");
    app.add_option("--progress", raw.progress, "auto, json or none")->type_name("HOW");
    app.add_flag("--quiet", raw.quiet, "errors only");
    app.add_flag("-v,--verbose", raw.verbose, "more detail");
    app.add_flag("--version", raw.version, "versions of the program and its parts");
}

bool takes_value(const CLI::Option& option) { return option.get_expected_min() > 0; }

// CLI11 reads -nuclear as `-n uclear`; a letter with something stuck to it is an option only where
// that is a number or all are flags.
bool is_short_option(const CLI::App& app, const std::string& word) {
    const CLI::Option* option = app.get_option_no_throw(word.substr(0, 2));
    if (!option) return false;
    const std::string rest = word.substr(2);
    if (takes_value(*option))
        return std::all_of(rest.begin(), rest.end(),
                           [](unsigned char c) { return std::isdigit(c); });
    return std::all_of(rest.begin(), rest.end(), [&](char letter) {
        const CLI::Option* flag = app.get_option_no_throw(std::string("-") + letter);
        return flag && !takes_value(*flag);
    });
}

[[noreturn]] void throw_unknown_option(const std::string& word) {
    throw Error(ErrorKind::usage, fmt::format("there is no option {}", word),
                "quote the whole query, or put -- before it");
}

CommandLine split(const CLI::App& app, const Words& words) {
    CommandLine line;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        if (word == "--") {
            line.arguments.insert(line.arguments.end(),
                                  words.begin() + static_cast<std::ptrdiff_t>(i) + 1, words.end());
            break;
        }
        if (word.size() < 2 || word[0] != '-') {
            line.arguments.push_back(word);
            continue;
        }
        const bool is_long = word[1] == '-';
        const std::string name = is_long ? word.substr(0, word.find('=')) : word.substr(0, 2);
        const CLI::Option* option = app.get_option_no_throw(name);
        if (!option || (!is_long && !is_short_option(app, word))) throw_unknown_option(word);
        line.options.push_back(word);
        if (!takes_value(*option) || word.size() > name.size()) continue;
        if (i + 1 == words.size() || (words[i + 1].size() > 1 && words[i + 1][0] == '-'))
            throw Error(ErrorKind::usage, fmt::format("{} needs a value", name));
        line.options.push_back(words[++i]);
    }
    return line;
}

std::filesystem::path default_index() {
    if (const std::string index = environment("DATELINE_INDEX"); !index.empty()) return index;
    if (const std::string data = environment("XDG_DATA_HOME"); !data.empty())
        return std::filesystem::path(data) / "dateline";
    return std::filesystem::path(environment("HOME")) / ".local" / "share" / "dateline";
}

std::size_t terminal_width() {
    winsize size{};
    if (isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
    const std::string columns = environment("COLUMNS");
    const std::size_t width = std::strtoul(columns.c_str(), nullptr, 10);
    return width > 0 && width < 10000 ? width : 80;
}

ColorChoice color_choice(const RawGlobals& raw, bool given) {
    if (raw.color == "always") return ColorChoice::always;
    if (raw.color == "never") return ColorChoice::never;
    if (raw.color != "auto")
        throw Error(ErrorKind::usage,
                    fmt::format("--color is auto, always or never, not \"{}\"", raw.color));
    return !given && !environment("NO_COLOR").empty() ? ColorChoice::never : ColorChoice::automatic;
}

ProgressChoice progress_choice(const RawGlobals& raw) {
    if (raw.progress == "auto") return ProgressChoice::automatic;
    if (raw.progress == "json") return ProgressChoice::json;
    if (raw.progress == "none") return ProgressChoice::none;
    throw Error(ErrorKind::usage,
                fmt::format("--progress is auto, json or none, not \"{}\"", raw.progress));
}

std::size_t threads_of(const RawGlobals& raw) {
    const std::string text = raw.threads.empty() ? environment("DATELINE_THREADS") : raw.threads;
    if (text.empty()) return 0;
    constexpr std::size_t most_threads = 1024;
    const bool is_number = text.find_first_not_of("0123456789") == std::string::npos;
    const std::size_t threads = is_number ? std::strtoul(text.c_str(), nullptr, 10) : 0;
    if (threads > 0 && threads <= most_threads) return threads;
    throw Error(ErrorKind::usage, fmt::format("--threads does not take \"{}\"", text),
                fmt::format("write a number from 1 to {}", most_threads));
}

Day today_of(const RawGlobals& raw) {
    const std::string text = raw.today.empty() ? environment("DATELINE_TODAY") : raw.today;
    if (text.empty()) return today_by_the_clock();
    const std::optional<DayRange> days = read_period(text);
    if (!days || days->first != days->last)
        throw Error(ErrorKind::usage, fmt::format("\"{}\" is not a day", text),
                    "write it as 2020-01-05");
    return days->first;
}

std::string format_of(const RawGlobals& raw, const Command& command) {
    std::string format = raw.format.empty() ? environment("DATELINE_FORMAT") : raw.format;
    if (format.empty()) return std::string(command.formats.front());
    if (format == "json") format = "jsonl";
    if (std::find(command.formats.begin(), command.formats.end(), format) != command.formats.end())
        return format;
    throw Error(ErrorKind::usage, fmt::format("{} has no format \"{}\"", command.name, format),
                fmt::format("it has {}", fmt::join(command.formats, ", ")));
}

GlobalOptions global_options(const RawGlobals& raw, const CLI::App& app, const Command& command) {
    GlobalOptions global;
    const std::filesystem::path index =
        raw.index.empty() ? default_index() : std::filesystem::path(raw.index);
    global.index = std::filesystem::absolute(index).lexically_normal();
    global.format = format_of(raw, command);
    global.color = color_choice(raw, app.count("--color") > 0);
    global.width_columns = raw.width_columns > 0 ? raw.width_columns : terminal_width();
    global.threads = threads_of(raw);
    global.today = today_of(raw);
    global.progress = progress_choice(raw);
    global.on_terminal = isatty(STDOUT_FILENO) != 0;
    global.pager = pager_of_environment();
    global.allows_pager = !raw.no_pager;
    global.quiet = raw.quiet;
    global.verbose = raw.verbose;
    return global;
}

int print_version() {
    write_output(fmt::format("dateline {}\nXapian {}\nindex format {}\nbuild {}\n",
                             DATELINE_VERSION, DATELINE_XAPIAN_VERSION, index_format_version,
                             DATELINE_BUILD_TYPE));
    return 0;
}

void print_help(const std::vector<Command>& commands) {
    std::string help =
        "dateline: full-text search over news archives\n\n"
        "usage: dateline [options] COMMAND [options] [arguments]\n\ncommands:\n";
    for (const CompanionCommand& command : companion_commands)
        help += fmt::format("  {:<10}{}\n", command.name, command.summary);
    for (const Command& command : commands)
        help += fmt::format("  {:<10}{}\n", command.name, command.summary);
    help +=
        "\n`dateline COMMAND --help` says more, `dateline help query` how to ask. First steps:\n"
        "  dateline index ~/news            every file below that folder\n"
        "  dateline search NATO training Iraq\n";
    write_output(help);
}

std::string command_help(const Command& command, const CLI::App& app) {
    std::string help = fmt::format("usage: dateline {} [options] {}\n\n{}\n\noptions:\n",
                                   command.name, command.arguments, command.summary);
    for (const CLI::Option* option : app.get_options()) {
        const std::string type = takes_value(*option) ? " " + option->get_type_name() : "";
        help += fmt::format("  {:<26} {}\n", option->get_name(false, true) + type,
                            option->get_description());
    }
    return help + fmt::format("\nformats: {}\n", fmt::join(command.formats, ", "));
}

// The first word that is neither a global option nor the value of one.
std::optional<std::size_t> command_position(const Words& words) {
    CLI::App app;
    RawGlobals raw;
    declare_globals(app, raw);
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i].size() < 2 || words[i][0] != '-') return i;
        if (words[i] == "--") return std::nullopt;
        const CLI::Option* option = app.get_option_no_throw(words[i].substr(0, words[i].find('=')));
        if (option && takes_value(*option) && words[i].find('=') == std::string::npos) ++i;
    }
    return std::nullopt;
}

void parse_options(CLI::App& app, Words options) {
    std::reverse(options.begin(), options.end());  // CLI11 takes them from the back
    try {
        app.parse(std::move(options));
    } catch (const CLI::CallForHelp&) {
        throw;
    } catch (const CLI::ParseError& error) {
        throw Error(ErrorKind::usage, error.what(), "see --help");
    }
}

int run_command(const Command& command, const Words& words) {
    CLI::App app;
    RawGlobals raw;
    const Action action = command.configure(app);
    declare_globals(app, raw);
    const CommandLine line = split(app, words);
    try {
        parse_options(app, line.options);
    } catch (const CLI::CallForHelp&) {
        write_output(command_help(command, app));
        return 0;
    }
    if (raw.version) return print_version();
    std::optional<OutputFile> output;
    if (!raw.output.empty()) output.emplace(raw.output);
    const int code = run_paged(command, action, global_options(raw, app, command), line.arguments);
    if (output) output->keep();
    return code;
}

int run_companion(const std::string& name, const Words& words) {
    const std::filesystem::path self = std::filesystem::read_symlink("/proc/self/exe");
    const std::filesystem::path folder = self.parent_path();
    std::vector<char*> arguments{const_cast<char*>(companion_program),
                                 const_cast<char*>(name.c_str())};
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    for (const auto& program : {folder / companion_program,
                                folder.parent_path() / "lib" / "dateline" / companion_program})
        execv(program.c_str(), arguments.data());
    throw Error(
        ErrorKind::input_output,
        fmt::format("the program {} is missing beside {}", companion_program, self.string()),
        "install dateline again");
}

int run_without_command(const Words& words, const std::vector<Command>& commands) {
    CLI::App app;
    RawGlobals raw;
    declare_globals(app, raw);
    const CommandLine line = split(app, words);
    try {
        parse_options(app, line.options);
    } catch (const CLI::CallForHelp&) {
        print_help(commands);
        return 0;
    }
    if (raw.version) return print_version();
    throw Error(ErrorKind::usage, "no command given", "`dateline --help` lists the commands");
}

// `help` is --help, `help COMMAND` its --help; the rest are topics of the command of that name.
Words without_help(Words words, const std::vector<Command>& commands) {
    const std::optional<std::size_t> position = command_position(words);
    if (!position || words[*position] != "help") return words;
    const auto at = words.begin() + static_cast<std::ptrdiff_t>(*position);
    if (at + 1 == words.end()) return {"--help"};
    const auto named = [&](const auto& command) { return command.name == *(at + 1); };
    const bool is_command =
        std::any_of(commands.begin(), commands.end(), named) ||
        std::any_of(companion_commands.begin(), companion_commands.end(), named);
    if (is_command) return {*(at + 1), "--help"};
    return words;
}

int run(int argc, char** argv) {
    const std::vector<Command> commands = program_commands();
    Words words = without_help(Words(argv + 1, argv + argc), commands);
    const std::optional<std::size_t> position = command_position(words);
    if (!position) return run_without_command(words, commands);

    const std::string name = words[*position];
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(*position));
    const auto named = [&](const auto& command) { return command.name == name; };
    if (const auto own = std::find_if(commands.begin(), commands.end(), named);
        own != commands.end())
        return run_command(*own, words);
    if (std::any_of(companion_commands.begin(), companion_commands.end(), named))
        return run_companion(name, words);
    throw Error(
        ErrorKind::usage, fmt::format("there is no command \"{}\"", name),
        fmt::format("`dateline search {} ...` searches; `dateline --help` lists the commands",
                    name));
}

int report(const Error& error) {
    print_message("error", error.what());
    if (!error.excerpt().empty()) std::fprintf(stderr, "%s\n", error.excerpt().c_str());
    if (!error.hint().empty()) print_message("note", error.hint());
    return exit_code(error.kind());
}

}  // namespace
}  // namespace dateline

int main(int argc, char** argv) {
    try {
        return dateline::run(argc, argv);
    } catch (const dateline::Error& error) {
        return dateline::report(error);
    } catch (const std::exception& error) {
        dateline::print_message("error", error.what());
        return 4;
    }
}
