#include "corpus/command_line/command_watch.hpp"

#include <CLI/CLI.hpp>

#include "corpus/error.hpp"
#include "tests/catch.hpp"
#include "tests/caught_error.hpp"

using namespace dateline;

namespace {

Command adding_command() {
    Command command;
    command.name = "add";
    command.configure = [](CLI::App& app) -> Action {
        const auto more = std::make_shared<int>(0);
        app.add_option("--more", *more);
        return [more](const GlobalOptions&, const std::vector<std::string>& arguments) {
            if (arguments.empty()) throw Error(ErrorKind::usage, "nothing to add");
            return static_cast<int>(arguments.size()) + *more;
        };
    };
    return command;
}

}  // namespace

TEST_CASE("a watched command does what it does unwatched") {
    const Command command = watched(adding_command(), std::chrono::seconds(60));
    CHECK(command.name == "add");
    CLI::App app;
    const Action action = command.configure(app);
    app.parse("--more 3");
    CHECK(action({}, {"one", "two"}) == 5);
    CHECK(test::caught_error([&] { return action({}, {}); }).kind() == ErrorKind::usage);
}
