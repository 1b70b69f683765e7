#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/date.hpp"

namespace CLI {
class App;
}

namespace dateline {

enum class ColorChoice { automatic, always, never };
enum class ProgressChoice { automatic, json, none };

/// Options that every command takes, with their defaults applied (environment included).
struct GlobalOptions {
    std::filesystem::path index;  ///< absolute
    std::vector<std::filesystem::path>
        further_indexes{};  ///< that are read together with it; absolute
    std::string format = "text";
    ColorChoice color = ColorChoice::automatic;
    std::size_t width_columns = 80;  ///< for text on stdout
    bool on_terminal = false;        ///< that is where standard output goes, be it through a pager
    Day today = 0;
    ProgressChoice progress = ProgressChoice::automatic;
    std::size_t threads = 0;   ///< 0: as the command likes best
    std::string pager;         ///< command line for long text on a terminal
    bool allows_pager = true;  ///< long text on a terminal may go through one
    bool quiet = false;
    bool verbose = false;
};

/// What a command does when its options are read: returns the exit code, throws Error. `arguments`
/// are the words that no option took, byte for byte.
using Action =
    std::function<int(const GlobalOptions& global, const std::vector<std::string>& arguments)>;

/// A command of the program. `configure` only declares options and returns the action.
struct Command {
    std::string_view name;
    std::string_view summary;    ///< one line for the list of commands
    std::string_view details{};  ///< for its manual: paragraphs, an empty line between them
    std::vector<int> exit_codes{0, 2, 4};  ///< rows of exit_codes.hpp that it ends with
    std::string_view arguments;            ///< for the usage line: "QUERY"; fixed ones as "a|b"
    std::vector<std::string_view>
        formats;  ///< values of --format that it takes; the first is the default
    std::function<Action(CLI::App&)> configure;
    bool is_hidden = false;  ///< for scripts of ours: in no list
    bool pages = false;      ///< its text is read from the top: through a pager where it is long
};

/// The commands that a program runs itself. Each of the two programs, the one that searches and the
/// one that indexes, is main.cpp with a definition of its own.
std::vector<Command> program_commands();

/// What may stand after `field:` in a query, as completions offer it: values in the index that
/// begin with `prefix`, folded, sorted, at most `limit`; none where the index cannot be read.
/// Defined beside program_commands().
std::vector<std::string> indexed_values(const std::filesystem::path& index, std::string_view field,
                                        std::string_view prefix, std::size_t limit);

/// Throws Error{usage} where several indexes are given, of which a command works on one alone.
void require_one_index(const GlobalOptions& global);

/// "dateline: LEVEL: MESSAGE" on stderr, without_controls() but for newlines, which stay: what
/// follows them is indented.
void print_message(std::string_view level, std::string_view message);
/// "dateline: warning: ..." on stderr, unless quiet.
void print_warning(const GlobalOptions& global, std::string_view message);
void print_note(const GlobalOptions& global, std::string_view message);

/// Writes to stdout; throws Error{input_output} when that fails. A closed pipe ends the program by
/// SIGPIPE, also where that was ignored.
void write_output(std::string_view bytes);

}  // namespace dateline
