#include "corpus/command_line/command_watch.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <utility>

#include "corpus/command_line/error_report.hpp"
#include "corpus/damage_watch.hpp"

namespace dateline {

Command watched(Command command, std::chrono::seconds patience) {
    const auto configure = std::move(command.configure);
    command.configure = [configure, patience](CLI::App& app) -> Action {
        return [action = configure(app), patience](const GlobalOptions& global,
                                                   const std::vector<std::string>& arguments) {
            std::vector<std::filesystem::path> indexes{global.index};
            std::ranges::copy(global.further_indexes, std::back_inserter(indexes));
            const DamageWatch watch(indexes, patience, [&](const Error& damage) {
                std::_Exit(report(with_way_out(damage, global)));
            });
            return action(global, arguments);
        };
    };
    return command;
}

}  // namespace dateline
