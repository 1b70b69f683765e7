#include "corpus/command_line/global_options.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <optional>

#include "corpus/calendar.hpp"
#include "corpus/command_line/environment.hpp"
#include "corpus/error.hpp"

namespace dateline {

namespace {

struct ValuedOption {
    const char* names;
    std::string_view long_name;
    std::string_view short_name;
    const char* type;
    std::string RawGlobals::*value;
    const char* about;
};

constexpr std::array valued_options{
    ValuedOption{"--format", "--format", "", "F", &RawGlobals::format, "how answers are written"},
    ValuedOption{"--format-version", "--format-version", "", "N", &RawGlobals::format_version,
                 "of the fields of jsonl and csv (1)"},
    ValuedOption{"-o,--output", "--output", "-o", "FILE", &RawGlobals::output,
                 "write there instead of to standard output"},
    ValuedOption{"--color", "--color", "", "auto|always|never", &RawGlobals::color,
                 "auto: on terminals; NO_COLOR means never, unless this is given"},
    ValuedOption{"--width", "--width", "", "N", &RawGlobals::width,
                 "columns for text output (the terminal's, else 80)"},
    ValuedOption{"-j,--threads", "--threads", "-j", "N", &RawGlobals::threads, "worker threads"},
    ValuedOption{"--today", "--today", "", "DATE", &RawGlobals::today,
                 "what \"today\" is (the clock's day)"},
    ValuedOption{"--progress", "--progress", "", "auto|json|none", &RawGlobals::progress,
                 "on standard error; auto: a bar on terminals"},
};

struct FlagOption {
    const char* names;
    bool RawGlobals::*value;
    const char* about;
};

constexpr std::array flag_options{
    FlagOption{"--no-pager", &RawGlobals::no_pager, "never show long answers through a pager"},
    FlagOption{"--quiet", &RawGlobals::quiet, "errors only"},
    FlagOption{"-v,--verbose", &RawGlobals::verbose, "more detail"},
    FlagOption{"--version", &RawGlobals::version, "versions of the program and its parts"},
};

// Empty where the environment does not tell.
std::filesystem::path default_index() {
    if (const std::string data = environment("XDG_DATA_HOME"); !data.empty())
        return std::filesystem::path(data) / "dateline";
    const std::string home = environment("HOME");
    if (home.empty()) return {};
    return std::filesystem::path(home) / ".local" / "share" / "dateline";
}

std::optional<std::size_t> number_in(const std::string& text, std::size_t most) {
    if (text.empty() || text.size() > 9 ||
        text.find_first_not_of("0123456789") != std::string::npos)
        return std::nullopt;
    const std::size_t number = std::strtoul(text.c_str(), nullptr, 10);
    if (number == 0 || number > most) return std::nullopt;
    return number;
}

std::size_t terminal_width() {
    constexpr std::size_t usual = 80;
    constexpr std::size_t widest = 9999;
    winsize size{};
    if (isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
    return number_in(environment("COLUMNS"), widest).value_or(usual);
}

ColorChoice color_choice(const RawGlobals& raw) {
    if (raw.color == "auto") return ColorChoice::automatic;
    if (raw.color == "always") return ColorChoice::always;
    if (raw.color == "never") return ColorChoice::never;
    throw Error(ErrorKind::usage,
                fmt::format("--color is auto, always or never, not \"{}\"", raw.color));
}

ProgressChoice progress_choice(const RawGlobals& raw) {
    if (raw.progress == "auto") return ProgressChoice::automatic;
    if (raw.progress == "json") return ProgressChoice::json;
    if (raw.progress == "none") return ProgressChoice::none;
    throw Error(ErrorKind::usage,
                fmt::format("--progress is auto, json or none, not \"{}\"", raw.progress));
}

std::size_t threads_of(const RawGlobals& raw) {
    constexpr std::size_t most_threads = 1024;
    if (raw.threads.empty()) return 0;
    if (const auto threads = number_in(raw.threads, most_threads)) return *threads;
    throw Error(ErrorKind::usage, fmt::format("--threads does not take \"{}\"", raw.threads),
                fmt::format("write a number from 1 to {}", most_threads));
}

Day today_of(const RawGlobals& raw) {
    if (raw.today.empty()) return today_by_the_clock();
    const std::optional<DayRange> days = read_period(raw.today);
    if (!days || days->first != days->last)
        throw Error(ErrorKind::usage, fmt::format("--today: \"{}\" is not a day", raw.today),
                    "write it as 2020-01-05");
    return days->first;
}

std::string format_of(const RawGlobals& raw, const Command& command) {
    if (raw.format.empty()) return std::string(command.formats.front());
    std::string format = raw.format == "json" ? "jsonl" : raw.format;
    if (std::ranges::find(command.formats, format) != command.formats.end()) return format;
    throw Error(ErrorKind::usage,
                fmt::format("--format: {} has no format \"{}\"", command.name, format),
                fmt::format("it has {}", fmt::join(command.formats, ", ")));
}

void require_known_version(const RawGlobals& raw) {
    if (raw.format_version == "1") return;
    throw Error(ErrorKind::usage,
                fmt::format("--format-version does not take \"{}\"", raw.format_version),
                "version 1 is the only one");
}

std::string pager_of(const RawGlobals& raw) {
    if (raw.pager) return *raw.pager;
    const char* pager = std::getenv("PAGER");
    return pager ? pager : "less -FRX";
}

}  // namespace

void declare_globals(CLI::App& app, RawGlobals& raw, const Command* command) {
    const std::string group(global_group);
    app.add_option("--index", raw.index, "the index's folder; given again: searched together")
        ->type_name("DIR")
        ->allow_extra_args(false)
        ->group(group);
    for (const ValuedOption& row : valued_options) {
        CLI::Option* option = app.add_option(row.names, raw.*row.value, row.about);
        option->type_name(row.type)->group(group);
        if (command && row.long_name == "--format")
            option->type_name(fmt::format("{}", fmt::join(command->formats, "|")));
    }
    for (const FlagOption& row : flag_options)
        app.add_flag(row.names, raw.*row.value, row.about)->group(group);
    app.get_option("--version")->configurable(false);
    app.set_help_flag("-h,--help", "this help")->group(group)->configurable(false);
}

bool is_valued_global(std::string_view word) {
    return word == "--index" || std::ranges::any_of(valued_options, [&](const ValuedOption& row) {
               return word == row.long_name || (!row.short_name.empty() && word == row.short_name);
           });
}

std::size_t width_columns(const RawGlobals& raw) {
    constexpr std::size_t widest = 100'000;
    if (raw.width.empty()) return terminal_width();
    if (const auto width = number_in(raw.width, widest)) return *width;
    throw Error(ErrorKind::usage, fmt::format("--width does not take \"{}\"", raw.width),
                fmt::format("write a number from 1 to {}", widest));
}

std::filesystem::path absolute_folder(const std::string& folder) {
    return std::filesystem::absolute(folder).lexically_normal();
}

std::filesystem::path index_folder(const RawGlobals& raw) {
    const std::filesystem::path index =
        raw.index.empty() ? default_index() : std::filesystem::path(raw.index.front());
    if (index.empty())
        throw Error(ErrorKind::usage, "no index is named, and HOME is not set",
                    "name its folder: dateline --index DIR ...");
    return std::filesystem::absolute(index).lexically_normal();
}

GlobalOptions global_options(const RawGlobals& raw, const Command& command) {
    require_known_version(raw);
    GlobalOptions global;
    global.index = index_folder(raw);
    for (std::size_t i = 1; i < raw.index.size(); ++i)
        global.further_indexes.push_back(absolute_folder(raw.index[i]));
    global.format = format_of(raw, command);
    global.color = color_choice(raw);
    global.width_columns = width_columns(raw);
    global.threads = threads_of(raw);
    global.on_terminal = isatty(STDOUT_FILENO) != 0;
    global.pager = pager_of(raw);
    global.today = today_of(raw);
    global.progress = progress_choice(raw);
    global.allows_pager = !raw.no_pager;
    global.quiet = raw.quiet;
    global.verbose = raw.verbose;
    return global;
}

std::string default_value(std::string_view name, const Command& command) {
    const RawGlobals raw;
    if (name == "index")
        return default_index().empty() ? std::string() : index_folder(raw).string();
    if (name == "format") return std::string(command.formats.front());
    if (name == "format-version") return raw.format_version;
    if (name == "color") return raw.color;
    if (name == "progress") return raw.progress;
    if (name == "width") return fmt::format("{}", width_columns(raw));
    if (name == "today") return iso_day(today_of(raw));
    if (name == "pager") return pager_of(raw);
    return "";
}

}  // namespace dateline
