#include "searcher/unit_option.hpp"

#include <CLI/CLI.hpp>
#include <map>
#include <string>

namespace dateline {

void add_unit_option(CLI::App& app, AnswerUnit& unit) {
    const std::map<std::string, AnswerUnit> units{{"article", AnswerUnit::article},
                                                  {"passage", AnswerUnit::passage}};
    app.add_option_function<std::string>(
           "--unit", [&unit, units](const std::string& name) { unit = units.at(name); },
           "what AND, OR, NOT, + and - hold over, and what is ranked and counted")
        ->type_name("article|passage")
        ->check(CLI::IsMember({"article", "passage"}))
        ->default_str("article");
}

}  // namespace dateline
