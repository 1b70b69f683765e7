#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/command.hpp"

namespace CLI {
class App;
}

namespace dateline {

/// Options that every command takes, as they were typed or set. Checked in global_options.
struct RawGlobals {
    std::vector<std::string> index;
    std::string format;
    std::string format_version = "1";
    std::string output;
    std::string color = "auto";
    std::string width;
    std::string threads;
    std::string today;
    std::string progress = "auto";
    std::optional<std::string> pager;  // a setting without an option; empty: none is wanted
    bool no_pager = false;
    bool quiet = false;
    bool verbose = false;
    bool version = false;
};

/// What --format takes at all; a command has some of them.
inline constexpr std::array<std::string_view, 9> known_formats{
    "text", "jsonl", "csv", "trec", "ids", "ids0", "markdown", "svg", "man"};

/// The group of help that global options stand in.
inline constexpr std::string_view global_group = "options of every command";

/// `command`: whose formats --format takes; nullptr: of none. `raw` must live as long as the app.
void declare_globals(CLI::App& app, RawGlobals& raw, const Command* command = nullptr);

/// Whether `word` is a global option whose value is the next word.
bool is_valued_global(std::string_view word);

/// With defaults for what was neither typed nor set. Throws Error{usage} with the option's name.
GlobalOptions global_options(const RawGlobals& raw, const Command& command);

/// Of text output: as asked for, else the terminal's. Throws likewise.
std::size_t width_columns(const RawGlobals& raw);

/// The first where several are named.
std::filesystem::path index_folder(const RawGlobals& raw);

/// The value in force of a global option that nobody set, for people.
std::string default_value(std::string_view name, const Command& command);

}  // namespace dateline
