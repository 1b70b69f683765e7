#include "corpus/command_line/settings.hpp"

#include <algorithm>

#include <CLI/CLI.hpp>

#include "corpus/command_line/settings_file.hpp"
#include "tests/catch.hpp"
#include "tests/caught_error.hpp"

using namespace dateline;

namespace {

/// A command with an option of each kind, as a file sets them.
class SetCommand {
  public:
    explicit SetCommand(const std::string& file, std::vector<std::string> typed = {})
        : settings_(parse_settings(file, "/f/c.toml", SettingOrigin::user_file)) {
        app_.add_option("-n", n_)->capture_default_str();
        app_.add_option("--map", map_)->type_name("FILE");
        app_.add_option("--exclude", excluded_)->allow_extra_args(false);
        app_.add_flag("--strict", strict_);
        app_.add_flag("--rebuild", rebuilds_)->configurable(false);
        CLI::Option* any = app_.add_flag("--any", any_);
        any->excludes(app_.add_flag("--all", all_));
        declare_globals(app_, raw_, &command_);
        std::reverse(typed.begin(), typed.end());
        app_.parse(typed);
    }
    std::vector<Setting> apply() {
        return apply_settings(app_, raw_, command_, settings_, "/home/u");
    }
    std::vector<std::string> unknown() const {
        return unknown_keys(app_, command_, {"test", "other"}, settings_);
    }
    std::string refusal() {
        return test::caught_error([&] { return apply(); }).what();
    }

    int n_ = 10;
    std::string map_;
    std::vector<std::string> excluded_;
    bool strict_ = false;
    bool rebuilds_ = false;
    bool any_ = false;
    bool all_ = false;
    RawGlobals raw_;

  private:
    Command command_{.name = "test",
                     .summary = "",
                     .arguments = "",
                     .formats = {"text", "jsonl"},
                     .configure = {}};
    CLI::App app_;
    std::vector<Setting> settings_;
};

}  // namespace

TEST_CASE("options that were not typed have the values that are set") {
    SetCommand command(
        "width = 60\npager = \"more\"\n[test]\nn = 20\nmap = \"m.json\"\nexclude = [\"a\", \"b\"]\n"
        "strict = true\ncolor = \"never\"\n[other]\nn = 99\n");
    const auto applied = command.apply();
    CHECK(applied.size() == 7);
    CHECK(command.n_ == 20);
    CHECK(command.map_ == "/f/m.json");
    CHECK(command.excluded_ == std::vector<std::string>{"a", "b"});
    CHECK(command.strict_);
    CHECK(command.raw_.width == "60");
    CHECK(command.raw_.color == "never");
    CHECK(command.raw_.pager == "more");
    CHECK(command.unknown().empty());
}

TEST_CASE("what was typed is stronger, as is what it excludes") {
    SetCommand command("[test]\nn = 20\nall = true\nstrict = false\n", {"-n", "5", "--any"});
    CHECK(command.apply().size() == 1);
    CHECK(command.n_ == 5);
    CHECK(command.any_);
    CHECK(!command.all_);
    CHECK(!command.strict_);
}

TEST_CASE("a format that only other commands have leaves a command its default") {
    SetCommand general("format = \"csv\"\n");
    CHECK(general.apply().empty());
    CHECK(general.raw_.format.empty());
    SetCommand own("format = \"json\"\n");
    CHECK(own.apply().size() == 1);
    CHECK(own.raw_.format == "json");
    // Of this command alone, or of none at all, it is a mistake; global_options says so.
    SetCommand particular("[test]\nformat = \"csv\"\n");
    CHECK(particular.apply().size() == 1);
    SetCommand unknown("format = \"jsnol\"\n");
    CHECK(unknown.apply().size() == 1);
}

TEST_CASE("the letter of an option with a name is no key") {
    for (const char* file : {"[test]\no = \"notes.txt\"\n", "o = \"notes.txt\"\n",
                             "[test]\n'o' = 'notes.txt'\n", "j = 3\n"}) {
        INFO(file);
        SetCommand command(file);
        CHECK(command.apply().empty());
        CHECK(command.raw_.output.empty());
        CHECK(command.unknown().size() == 1);
    }
}

TEST_CASE("a value that an option does not take is an error with its line") {
    CHECK(SetCommand("[test]\n\nn = \"many\"\n").refusal() ==
          "/f/c.toml:3: n does not take \"many\": see --help");
    CHECK(SetCommand("[test]\nn = -3\n").refusal() ==
          "/f/c.toml:2: n does not take \"-3\": see --help");
    CHECK(SetCommand("[test]\nn = \"\"\n").refusal() ==
          "/f/c.toml:2: n does not take \"\": see --help");
    CHECK(SetCommand("[test]\nn = [1, 2]\n").refusal() == "/f/c.toml:2: n takes one value");
    CHECK(SetCommand("[test]\nstrict = \"perhaps\"\n").refusal().starts_with("/f/c.toml:2: "));
    CHECK(SetCommand("[test]\nrebuild = true\n").refusal() ==
          "/f/c.toml:2: rebuild is not for a configuration: it is a deed");
}

TEST_CASE("an error about an option that was set says where") {
    const std::vector<Setting> applied{
        {.key = "threads", .origin = SettingOrigin::environment, .place = "DATELINE_THREADS"},
        {.key = "n", .origin = SettingOrigin::user_file, .place = "/f:3"}};
    const auto message = [&](const std::string& text) {
        return std::string(with_place(Error(ErrorKind::usage, text), applied).what());
    };
    CHECK(message("--threads does not take \"x\"") ==
          "DATELINE_THREADS: --threads does not take \"x\"");
    CHECK(message("-n does not") == "/f:3: -n does not");
    CHECK(message("--threads-of does not") == "--threads-of does not");
    CHECK(message("a query is wrong") == "a query is wrong");
    CHECK(std::string(with_place(Error(ErrorKind::index, "--threads"), applied).what()) ==
          "--threads");
}

TEST_CASE("keys that are no options are named, with what was probably meant") {
    const SetCommand command("colour = \"never\"\nn = 5\n[test]\nstrickt = true\n[tset]\nn = 1\n");
    CHECK(command.unknown() ==
          std::vector<std::string>{
              "/f/c.toml:1: colour is no option of all commands; did you mean color?",
              "/f/c.toml:2: n is no option of all commands; options of one command stand below "
              "[COMMAND]",
              "/f/c.toml:4: strickt is no option of test; did you mean strict?",
              "/f/c.toml:6: there is no command tset; did you mean test?"});
}

TEST_CASE("the environment comes before the project's file, that before the user's") {
    const auto at = [](SettingOrigin origin, std::string command) {
        return Setting{.command = std::move(command), .key = "color", .origin = origin};
    };
    const std::vector<Setting> settings{
        at(SettingOrigin::environment, ""), at(SettingOrigin::project_file, "search"),
        at(SettingOrigin::project_file, ""), at(SettingOrigin::user_file, "show")};
    CHECK(setting_for(settings, "search", "color") == &settings[0]);
    const std::vector<Setting> files(settings.begin() + 1, settings.end());
    CHECK(setting_for(files, "search", "color") == &files[0]);
    CHECK(setting_for(files, "show", "color") == &files[1]);
    CHECK(setting_for(files, "show", "width") == nullptr);
}
