#include "corpus/command_line/completions_command.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "corpus/command_line/command_words.hpp"
#include "corpus/command_line/companion.hpp"
#include "corpus/command_line/completion.hpp"
#include "corpus/command_line/completion_scripts.hpp"
#include "corpus/error.hpp"
#include "corpus/terminal_text.hpp"

namespace dateline {

namespace {

constexpr std::size_t most_values = 100;

int run_completions(const std::vector<std::string>& arguments) {
    const std::string_view script =
        arguments.size() == 1 ? completion_script(arguments.front()) : std::string_view();
    if (script.empty())
        throw Error(ErrorKind::usage, "completions are for one of the shells bash, zsh, fish",
                    "bash reads them so: source <(dateline completions bash)");
    write_output(script);
    return 0;
}

bool is_of_companion(const FrontDoor& front_door, const Words& words) {
    const auto position = command_position({words.begin(), words.end() - 1});
    return position && is_companion_command(words[*position]) &&
           std::ranges::find(front_door.commands, std::string_view(words[*position]),
                             &Command::name) == front_door.commands.end();
}

// --index among the words comes before what is set.
std::filesystem::path index_of(const GlobalOptions& global, const Words& words) {
    constexpr std::string_view option = "--index";
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == option && i + 1 < words.size()) return words[i + 1];
        if (words[i].starts_with(std::string(option) + "="))
            return words[i].substr(option.size() + 1);
    }
    return global.index;
}

int run_complete(const GlobalOptions& global, const FrontDoor& front_door,
                 const std::vector<std::string>& words) {
    if (words.empty()) return 0;
    if (is_of_companion(front_door, words)) {
        Words all{"complete", "--"};
        all.insert(all.end(), words.begin(), words.end());
        become_companion(all);
    }
    const Completion completion = complete_words(
        front_door.commands, words, [&](const std::string& field, const std::string& prefix) {
            return indexed_values(index_of(global, words), field, prefix, most_values);
        });
    std::string lines;
    for (const Candidate& candidate : completion.candidates)
        lines += without_controls(candidate.word) + "\t" + candidate.about + "\n";
    if (completion.takes_files) lines += ":files\n";
    if (completion.takes_folders) lines += ":folders\n";
    write_output(lines);
    return 0;
}

}  // namespace

Command completions_command() {
    return {.name = "completions",
            .summary = "what a shell reads to complete command lines",
            .details =
                "bash: source <(dateline completions bash) in ~/.bashrc. zsh: dateline "
                "completions zsh > a file _dateline in a folder of $fpath. fish: dateline "
                "completions fish > ~/.config/fish/completions/dateline.fish. A Debian "
                "package has installed all three.",
            .arguments = "bash|zsh|fish",
            .formats = {"text"},
            .configure = [](CLI::App&) -> Action {
                return [](const GlobalOptions&, const std::vector<std::string>& arguments) {
                    return run_completions(arguments);
                };
            }};
}

Command complete_command(const FrontDoor& front_door) {
    return {.name = "complete",
            .summary = "what may stand where the cursor is",
            .arguments = "WORDS",
            .formats = {"text"},
            .configure = [&front_door](CLI::App&) -> Action {
                return [&front_door](const GlobalOptions& global,
                                     const std::vector<std::string>& words) {
                    return run_complete(global, front_door, words);
                };
            },
            .is_hidden = true};
}

}  // namespace dateline
