#include "corpus/command_line/environment.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "corpus/command_line/command_words.hpp"

namespace dateline {

namespace {

constexpr std::string_view own_prefix = "DATELINE_";

}  // namespace

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

std::vector<Setting> environment_settings() {
    std::vector<Setting> settings;
    for (const VariableRow& row : variable_rows) {
        if (row.key.empty()) continue;
        const char* set = std::getenv(row.name.data());
        std::string value = set ? set : "";
        // An empty one is as if it were not set, but no pager is one too.
        if (!set || (value.empty() && row.key != "pager")) continue;
        settings.push_back({.key = std::string(row.key),
                            .values = {std::move(value)},
                            .origin = SettingOrigin::environment,
                            .place = std::string(row.name)});
    }
    if (!environment("NO_COLOR").empty())
        settings.push_back({.key = "color",
                            .values = {"never"},
                            .origin = SettingOrigin::environment,
                            .place = "NO_COLOR"});
    return settings;
}

std::vector<std::string> unknown_variables() {
    std::vector<std::string> sentences;
    for (char** entry = environ; *entry; ++entry) {
        const std::string_view variable = *entry;
        if (!variable.starts_with(own_prefix)) continue;
        const std::string name(variable.substr(0, variable.find('=')));
        if (std::ranges::find(variable_rows, name, &VariableRow::name) != variable_rows.end())
            continue;
        Words known;
        for (const VariableRow& row : variable_rows) known.emplace_back(row.name);
        const std::string near = nearest_name(name, known);
        sentences.push_back(fmt::format("the variable {} means nothing to dateline{}", name,
                                        near.empty() ? "" : "; did you mean " + near + "?"));
    }
    std::ranges::sort(sentences);
    return sentences;
}

}  // namespace dateline
