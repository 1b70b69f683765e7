#include "searcher/sort_option.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "corpus/error.hpp"

namespace dateline {

namespace {

constexpr std::array<std::pair<std::string_view, SortKey>, 4> key_names{{
    {"score", SortKey::score},
    {"newest", SortKey::newest},
    {"oldest", SortKey::oldest},
    {"source", SortKey::source},
}};

constexpr std::string_view hint =
    "write score, newest, oldest or source; for those that are equal a second one: source,newest";

SortKey read_key(std::string_view name) {
    for (const auto& [known, key] : key_names)
        if (known == name) return key;
    throw Error(ErrorKind::usage, fmt::format("--sort does not take \"{}\"", name),
                std::string(hint));
}

bool is_date(SortKey key) { return key == SortKey::newest || key == SortKey::oldest; }

bool are_one(SortKey a, SortKey b) { return a == b || (is_date(a) && is_date(b)); }

}  // namespace

SortKeys read_sort_keys(std::string_view text) {
    const std::size_t comma = text.find(',');
    SortKeys keys{read_key(text.substr(0, comma))};
    if (comma == std::string_view::npos) return keys;
    keys.push_back(read_key(text.substr(comma + 1)));
    if (are_one(keys[0], keys[1]))
        throw Error(ErrorKind::usage,
                    fmt::format("--sort {}: articles that are equal by the first are equal by the "
                                "second",
                                text),
                    std::string(hint));
    return keys;
}

void add_sort_option(CLI::App& app, SortKeys& keys) {
    app.add_option_function<std::string>(
           "--sort", [&keys](const std::string& text) { keys = read_sort_keys(text); },
           "what comes first; of equal ones by a second key: source,newest")
        ->type_name("score|newest|oldest|source[,KEY]")
        ->default_str("score");
}

}  // namespace dateline
