#include "corpus/command_line/command_words.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cctype>

#include "corpus/command_line/global_options.hpp"
#include "corpus/edit_distance.hpp"
#include "corpus/error.hpp"

namespace dateline {

namespace {

// CLI11 reads -nuclear as `-n uclear`; a letter with something stuck to it is an option only where
// that is a number or all are flags.
bool is_short_option(const CLI::App& app, const std::string& word) {
    const CLI::Option* option = app.get_option_no_throw(word.substr(0, 2));
    if (!option) return false;
    const std::string rest = word.substr(2);
    if (takes_value(*option))
        return std::ranges::all_of(rest, [](unsigned char c) { return std::isdigit(c); });
    return std::ranges::all_of(rest, [&](char letter) {
        const CLI::Option* flag = app.get_option_no_throw(std::string("-") + letter);
        return flag && !takes_value(*flag);
    });
}

[[noreturn]] void throw_unknown_option(const CLI::App& app, const std::string& word) {
    std::string hint = "quote the whole query, or put -- before it";
    if (word.starts_with("--")) {
        Words names;
        for (const CLI::Option* option : app.get_options()) names.push_back(long_name(*option));
        const std::string near = nearest_name(word.substr(2, word.find('=') - 2), names);
        if (!near.empty())
            hint = fmt::format("did you mean {}{}? Otherwise {}", near.size() == 1 ? "-" : "--",
                               near, hint);
    }
    throw Error(ErrorKind::usage, fmt::format("there is no option {}", word), hint);
}

// CLI11 would count --count=7.
void require_switch(const std::string& name, const std::string& value) {
    if (value == "true" || value == "false") return;
    throw Error(ErrorKind::usage, fmt::format("{} does not take \"{}\"", name, value),
                fmt::format("write {} or {}=false", name, name));
}

// A script's variable that is not set.
[[noreturn]] void throw_no_value(const std::string& name, const CLI::Option& option) {
    throw Error(ErrorKind::usage, fmt::format("{} needs a value", name), taken_by(option));
}

bool looks_like_option(const std::string& word) { return word.size() > 1 && word[0] == '-'; }

}  // namespace

bool takes_value(const CLI::Option& option) { return option.get_expected_min() > 0; }

std::string long_name(const CLI::Option& option) {
    return option.get_lnames().empty() ? option.get_snames().front() : option.get_lnames().front();
}

std::string taken_by(const CLI::Option& option) {
    const std::string all = option.get_type_name();  // with its checks behind a colon
    std::string type = all.substr(0, all.find(':'));
    if (type == "N" || type == "S") return "write a whole number";
    if (type == "P") return "write a number";
    const std::size_t last = type.rfind('|');
    if (last == std::string::npos) return "see --help";
    type.replace(last, 1, " or ");
    for (std::size_t at = 0; (at = type.find('|')) != std::string::npos;) type.replace(at, 1, ", ");
    return "it takes " + type;
}

CommandLine split_words(const CLI::App& app, const Words& words) {
    CommandLine line;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        if (word == "--") {
            line.arguments.insert(line.arguments.end(),
                                  words.begin() + static_cast<std::ptrdiff_t>(i) + 1, words.end());
            break;
        }
        if (!looks_like_option(word)) {
            line.arguments.push_back(word);
            continue;
        }
        const bool is_long = word[1] == '-';
        const std::string name = is_long ? word.substr(0, word.find('=')) : word.substr(0, 2);
        const CLI::Option* option = app.get_option_no_throw(name);
        if (!option || (!is_long && !is_short_option(app, word))) throw_unknown_option(app, word);
        if (is_long && word.size() > name.size() && option->get_expected_max() == 0)
            require_switch(name, word.substr(name.size() + 1));
        line.options.push_back(word);
        if (word.size() == name.size() + 1 && word.back() == '=') throw_no_value(name, *option);
        if (!takes_value(*option) || word.size() > name.size()) continue;
        if (i + 1 == words.size() || looks_like_option(words[i + 1]))
            throw Error(ErrorKind::usage, fmt::format("{} needs a value", name),
                        i + 1 == words.size()
                            ? ""
                            : fmt::format("\"{}\" is none: no value begins with -", words[i + 1]));
        if (words[i + 1].empty()) throw_no_value(name, *option);
        line.options.push_back(words[++i]);
    }
    return line;
}

std::optional<std::size_t> command_position(const Words& words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!looks_like_option(words[i])) return i;
        if (words[i] == "--") return std::nullopt;
        if (is_valued_global(words[i])) ++i;
    }
    return std::nullopt;
}

std::string nearest_name(const std::string& name, const Words& names) {
    constexpr std::size_t most_edits = 2;
    std::string nearest;
    std::size_t least = std::min(most_edits, name.size() / 2) + 1;
    for (const std::string& candidate : names) {
        const std::size_t edits = edit_distance(name, candidate, most_edits);
        if (edits >= least) continue;
        least = edits;
        nearest = candidate;
    }
    return nearest;
}

}  // namespace dateline
